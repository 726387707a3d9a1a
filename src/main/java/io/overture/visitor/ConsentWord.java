package io.overture.visitor;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a visitor said may be kept, and when. The newest word wins, whole: for both storages. Of two of the same instant what
 * either denies is denied.
 *
 * @param at on the server's clock
 */
public record ConsentWord(Consent consent, Instant at) {

    /** The newer of the two, in whatever order they came. */
    public ConsentWord newest(@Nullable ConsentWord other) {
        if (other == null || at.isAfter(other.at)) {
            return this;
        }
        return at.isBefore(other.at) ? other : new ConsentWord(consent.and(other.consent), at);
    }
}
