package io.overture.export;

import java.util.Optional;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;

/**
 * Why one record, and no other, cannot be sent.
 *
 * @param reason one of a few words: {@code too_large}, {@code invalid}, {@code unacknowledged}, {@code unreadable}
 * @param detail the broker's own
 */
record Refusal(String reason, String detail) {

    private static final int MOST_CHARACTERS = 300;

    static final Refusal UNREADABLE = new Refusal("unreadable", "This is no record of the journal");

    Refusal {
        detail = detail.length() > MOST_CHARACTERS ? detail.substring(0, MOST_CHARACTERS) : detail;
    }

    /** The broker takes others, and never this one. */
    static Refusal unacknowledged(Late late) {
        return new Refusal("unacknowledged", String.valueOf(late.getMessage()));
    }

    /** Empty for what is about the broker, and not the record: that is tried again. */
    static Optional<Refusal> of(Throwable failure) {
        var detail = String.valueOf(failure.getMessage());
        return switch (failure) {
            case RecordTooLargeException large -> Optional.of(new Refusal("too_large", detail));
            case RecordBatchTooLargeException large -> Optional.of(new Refusal("too_large", detail));
            case InvalidRecordException wrong -> Optional.of(new Refusal("invalid", detail));
            case InvalidTimestampException wrong -> Optional.of(new Refusal("invalid", detail));
            case SerializationException wrong -> Optional.of(new Refusal("invalid", detail));
            default -> Optional.empty();
        };
    }
}
