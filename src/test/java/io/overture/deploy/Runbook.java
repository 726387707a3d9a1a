package io.overture.deploy;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** {@code docs/operations.md} and the places in it that a link can lead to. */
final class Runbook {
    private static final Pattern HEADING = Pattern.compile("^#+ (.+)$", Pattern.MULTILINE);

    private Runbook() {}

    /** As the sites that show Markdown derive them from headings. */
    static List<String> anchors() {
        return HEADING.matcher(Documents.text(Path.of("docs/operations.md")))
                .results()
                .map(match -> match.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{Alnum} -]", "")
                        .replace(' ', '-'))
                .toList();
    }
}
