package io.overture.engine;

import io.overture.visitor.Beacon;
import io.overture.visitor.Tab;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Something that happens to a visitor. All of it takes the same road. */
public sealed interface Input {

    /** A batch of events. */
    record Arrived(Beacon beacon) implements Input {}

    /** A tab says hello, for the first time or again. {@code session} is a digest. */
    record Greeted(Tab tab, String session, Beacon.Standing standing) implements Input {}

    /** A tab has been closed for long enough that it will not be back. */
    record Left(Tab tab) implements Input {}

    /** She answers an invitation. */
    record Answered(
            Tab tab,
            String invitation,
            Response response,
            @Nullable String channel) implements Input {}

    /** She asks for an advisor herself; {@code id} is her browser's. */
    record Asked(
            Tab tab,
            String id,
            @Nullable String item,
            @Nullable String channel) implements Input {}

    /** She writes in a conversation; {@code id} is her browser's. */
    record Wrote(Tab tab, String conversation, String id, String text) implements Input {}

    /** What was due has been told. */
    record Told(List<String> ids) implements Input {
        public Told {
            ids = List.copyOf(ids);
        }
    }

    /** It is time to look again. */
    record Woken() implements Input {}

    /** The house erases her. */
    record Erased() implements Input {}

    /** What a tab says of an invitation. */
    enum Response {
        SHOWN,
        ACCEPTED,
        DECLINED,
        DISMISSED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
