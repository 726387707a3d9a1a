package io.overture.intake;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether a body is said to be JSON in UTF-8; plain text counts, since it needs no preflight. */
final class MediaType {

    private static final Set<String> UNDERSTOOD = Set.of("application/json", "text/plain");
    private static final Set<String> CHARSETS = Set.of("utf-8", "utf8", "us-ascii");

    private MediaType() {}

    static boolean isUnderstood(@Nullable String contentType, @Nullable String encoding) {
        if (contentType == null || !(encoding == null || encoding.equalsIgnoreCase("identity"))) {
            return false;
        }
        var parts = contentType.toLowerCase(Locale.ROOT).split(";", -1);
        if (!UNDERSTOOD.contains(parts[0].strip())) {
            return false;
        }
        for (int i = 1; i < parts.length; i++) {
            var parameter = parts[i].strip();
            if (parameter.startsWith("charset=")
                    && !CHARSETS.contains(parameter
                            .substring("charset=".length())
                            .replace("\"", "")
                            .strip())) {
                return false;
            }
        }
        return true;
    }
}
