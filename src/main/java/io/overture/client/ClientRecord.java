package io.overture.client;

import io.overture.visitor.Handle;
import java.time.Instant;
import java.util.function.UnaryOperator;

/**
 * What the house knows of a person: what it says of her itself, and what happened with her here. Everything in it is
 * bounded; what is oldest goes first.
 *
 * @param id the house's own id for her, as in her token
 */
public record ClientRecord(String id, Profile profile, History history) {

    /** Of somebody of whom nothing is known yet. */
    public static ClientRecord of(String id) {
        return new ClientRecord(id, Profile.NONE, History.NONE);
    }

    /** What keys and task ids know her by: 22 characters from which her id cannot be read. */
    public static String digest(String id) {
        return Handle.digest("client:" + id);
    }

    public ClientRecord with(Profile next) {
        return new ClientRecord(id, next, history);
    }

    public ClientRecord with(UnaryOperator<History> change) {
        var next = change.apply(history);
        return next.equals(history) ? this : new ClientRecord(id, profile, next);
    }

    /** Whether she asked to be left in peace for now. */
    public boolean isQuiet(Instant now) {
        return profile.quietUntil() != null && now.isBefore(profile.quietUntil());
    }
}
