package io.overture.store;

import static io.overture.store.Stores.get;

import io.overture.redis.Lanes;
import io.overture.release.Act;
import java.util.List;
import java.util.Optional;

/** What a node finds in Redis before it starts: whose it is, and how its keys are laid out. */
public final class MarkActs {

    private static final int LATER = 98;
    private static final int INCOMPATIBLE = 99;

    private MarkActs() {}

    public static List<Act> all() {
        return List.of(
                Act.of("a region takes a Redis", lanes -> answer(lanes, "eu-west")),
                Act.of("it comes back to it", lanes -> answer(lanes, "eu-west")),
                Act.of("another region is refused", lanes -> answer(lanes, "us-east")),
                Act.of("a node marks the layout", lanes -> answer(get(LayoutMark.claim(lanes)))),
                Act.of("another finds it", lanes -> answer(get(LayoutMark.claim(lanes)))),
                Act.of(
                        "a later layout is marked, with which this one can live",
                        lanes -> answer(get(LayoutMark.claim(lanes, LATER, LayoutMark.OLDEST_READER)))),
                Act.of("a node lives with it", lanes -> answer(get(LayoutMark.claim(lanes)))),
                Act.of(
                        "one is marked with which it cannot",
                        lanes -> answer(get(LayoutMark.claim(lanes, INCOMPATIBLE, INCOMPATIBLE)))),
                Act.of("a node is told to go", lanes -> answer(get(LayoutMark.claim(lanes)))));
    }

    private static String answer(Lanes lanes, String region) {
        return answer(get(RegionMark.claim(lanes, region)));
    }

    /** The words of the reason may change from release to release. */
    private static String answer(Optional<String> reason) {
        return reason.isPresent() ? "refused" : "welcome";
    }
}
