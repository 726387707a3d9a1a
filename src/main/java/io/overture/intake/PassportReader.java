package io.overture.intake;

import io.overture.wire.Fields;
import io.overture.wire.Flaws;
import io.overture.wire.JsonText;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a page says at the passports' door: who speaks, as a beacon does, and what they wish. */
final class PassportReader {

    private static final int MOST_REGION = 64;
    private static final int MOST_TOKEN = 4096;

    /** A wish for a passport; {@code to} names another region, or is null where there is only one. */
    record Wish(Speaker speaker, @Nullable String to) {}

    /** A passport that is shown. */
    record Shown(Speaker speaker, String passport) {}

    private PassportReader() {}

    static Decoded<Wish> wish(byte[] body, Instant now) {
        return read(
                body,
                fields -> new Wish(
                        Speaker.read(fields, now),
                        fields.has("to") ? fields.requiredText("to", 1, MOST_REGION) : null));
    }

    static Decoded<Shown> shown(byte[] body, Instant now) {
        return read(
                body, fields -> new Shown(Speaker.read(fields, now), fields.requiredText("passport", 1, MOST_TOKEN)));
    }

    private static <T> Decoded<T> read(byte[] body, Function<Fields, T> then) {
        var flaws = new Flaws();
        var fields = JsonText.read(body, flaws);
        return fields == null ? new Decoded.Invalid<>(flaws.all(), null) : Decoded.of(then.apply(fields), flaws);
    }
}
