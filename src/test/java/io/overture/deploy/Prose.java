package io.overture.deploy;

import java.util.regex.Pattern;

/** Javadoc as a line of Markdown. */
final class Prose {
    private static final Pattern CODE = Pattern.compile("\\{@(?:code|link|linkplain)\\s+#?([^}]+)}");
    private static final Pattern TAG = Pattern.compile("</?(?:a|b|br|code|em|i|li|ol|p|pre|strong|ul)\\b[^>]*>");
    private static final Pattern SENTENCE = Pattern.compile("^(.*?[.;:])(?=\\s+[A-Z<]|$)", Pattern.DOTALL);

    private Prose() {}

    static String plain(String javadoc) {
        var coded =
                CODE.matcher(javadoc).replaceAll(match -> "`" + match.group(1).trim() + "`");
        return TAG.matcher(coded.replace("<code>", "`").replace("</code>", "`"))
                .replaceAll("")
                .replace("|", "\\|")
                .replaceAll("\\s+", " ")
                .trim();
    }

    static String sentence(String words) {
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    static String firstSentence(String javadoc) {
        var paragraph = javadoc.split("<p>|\\n\\n", 2)[0];
        var sentence = SENTENCE.matcher(plain(paragraph));
        return sentence.find() ? sentence.group(1) : plain(paragraph);
    }
}
