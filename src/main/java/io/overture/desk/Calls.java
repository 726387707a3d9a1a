package io.overture.desk;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/**
 * The conversations advisors are called for, or attend. Fails with {@link io.overture.redis.StoreUnavailable} when it is
 * not known whether it was done: asking again is harmless.
 */
public interface Calls {

    /** Open, or over for less than the transcript's retention. */
    Uni<Optional<Call>> find(String conversation);

    /** What rings at her now: a call made anew before others, then the heaviest first. */
    Uni<List<Call>> ringing(String advisor);

    /** Ids of the conversations she attends, the oldest first. */
    Uni<List<String>> attendedBy(String advisor);

    /** For colleagues, in the transcript; never shown to the visitor. The same words of the same advisor count once. */
    Uni<Void> note(String conversation, String by, String text);
}
