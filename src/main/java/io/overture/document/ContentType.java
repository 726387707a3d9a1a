package io.overture.document;

import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a body says it is. Which types a door takes is the door's to say; here is whether one is named at all. */
public final class ContentType {

    /** Bodies are read as UTF-8. What else goes on from ASCII is a client's habit and told apart by its bytes; these are not. */
    private static final Pattern OTHERS = Pattern.compile("(utf-?(16|32)|ucs).*");

    private ContentType() {}

    /**
     * Whether it names one type, and no encoding in which nothing would be what it is in UTF-8.
     *
     * @param header {@code Content-Type} as it came; null: there was none
     */
    public static boolean isTold(@Nullable String header) {
        if (header == null) {
            return false;
        }
        try {
            var type = MediaType.valueOf(header);
            var charset = type.getParameters().getOrDefault(MediaType.CHARSET_PARAMETER, "utf-8");
            return !type.isWildcardType()
                    && !type.isWildcardSubtype()
                    && !OTHERS.matcher(charset.toLowerCase(Locale.ROOT)).matches();
        } catch (IllegalArgumentException garbled) {
            return false;
        }
    }
}
