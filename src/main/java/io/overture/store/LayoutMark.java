package io.overture.store;

import io.overture.redis.Lanes;
import io.overture.redis.Script;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/**
 * How the keys in this Redis are laid out: which keys there are, what type they have and what their members mean, for all
 * scripts alike. A release runs its own scripts on the keys that another release's scripts use at the same time.
 */
final class LayoutMark {

    static final String KEY = "ov:layout";

    /** Of the keys that this release writes. */
    static final int LAYOUT = 1;

    /** The oldest layout whose releases can live with these keys. */
    static final int OLDEST_READER = 1;

    private static final Script MARK = Script.named("layout");

    private LayoutMark() {}

    /** What is wrong with a node of this release here; empty: nothing is. */
    static Uni<Optional<String>> claim(Lanes lanes) {
        return claim(lanes, LAYOUT, OLDEST_READER);
    }

    static Uni<Optional<String>> claim(Lanes lanes, int layout, int oldestReader) {
        return lanes.run(MARK, List.of(KEY), layout, oldestReader)
                .map(
                        answer -> answer == null || answer.size() == 0
                                ? Optional.empty()
                                : Optional.of(
                                        "the keys in this Redis have layout " + answer.get(0)
                                                + ", which needs a release that knows layout " + answer.get(1)
                                                + " or a later one, and this release knows up to " + layout
                                                + ": a newer release has been here. Start that one, or restore what was saved before it"));
    }
}
