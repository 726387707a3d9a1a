package io.overture.client;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Something the shop's backend told of a client after the purchase; {@code id} is the shop's own. */
public record Dealing(
        String id,
        Type type,
        Instant at,
        @Nullable String order,
        @Nullable String item,
        @Nullable String note) {

    /** What it was. */
    public enum Type {
        ORDER_PLACED,
        ORDER_DELIVERED,
        RETURN_REQUESTED,
        RETURN_RECEIVED,
        SERVICE_OPENED,
        SERVICE_COMPLETED,
        CONTACT_ANSWERED,
        CONTACT_UNANSWERED;

        /** By the word for it on the wire. */
        public static final Map<String, Type> BY_WORD =
                Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Type::word, Function.identity()));

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public boolean isReturn() {
        return type == Type.RETURN_REQUESTED || type == Type.RETURN_RECEIVED;
    }
}
