package io.overture.intake;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a body is said to be JSON; plain text counts, since it needs no preflight. A charset is not read: JSON is UTF-8
 * (RFC 8259), and what is not is found out.
 */
final class MediaType {

    private static final Set<String> UNDERSTOOD = Set.of("application/json", "text/plain");

    private MediaType() {}

    static boolean isUnderstood(@Nullable String contentType, @Nullable String encoding) {
        if (contentType == null || !(encoding == null || encoding.equalsIgnoreCase("identity"))) {
            return false;
        }
        int parameters = contentType.indexOf(';');
        var type = parameters < 0 ? contentType : contentType.substring(0, parameters);
        return UNDERSTOOD.contains(type.strip().toLowerCase(Locale.ROOT));
    }
}
