package io.overture.ops.scaling;

import io.overture.redis.Lanes;
import io.overture.redis.Script;
import io.overture.store.Nodes;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What nodes tell each other through Redis, in one round trip a report. Fails as {@link Lanes} do. */
final class Reports {

    /** A node that says nothing for so long is left out: a missing report or two change nothing. */
    static final Duration LIFETIME = Duration.ofSeconds(10);

    private static final Script REPORT = Script.named("fleet");
    static final String LOADS = "ov:{fleet}:loads";
    private static final List<String> KEYS = List.of(LOADS, "ov:{fleet}:needs", Marks.KEY);
    private static final int BUCKETS = 30;

    private final Lanes lanes;
    private final Nodes nodes;
    private final InstantSource clock;
    private final Duration window;
    private final Supplier<About> about;

    /**
     * @param window how long a need is remembered, to the thirtieth
     * @param about what this node is
     */
    Reports(Lanes lanes, Nodes nodes, InstantSource clock, Duration window, Supplier<About> about) {
        this.lanes = lanes;
        this.nodes = nodes;
        this.clock = clock;
        this.window = window;
        this.about = about;
    }

    /**
     * Says what this node carries, and learns of the others and of what it is asked to do.
     *
     * @param need the nodes that were needed when last looked
     */
    Uni<Region> report(Load own, int need) {
        var asked = clock.instant();
        return run(LIFETIME, own, need).map(answer -> region(answer, asked));
    }

    /** Its figures are not to be counted any more. */
    Uni<Void> leave() {
        return run(Duration.ZERO, Load.NONE, 0).replaceWithVoid();
    }

    private Uni<@Nullable Response> run(Duration lifetime, Load own, int need) {
        return lanes.run(
                REPORT,
                KEYS,
                nodes.self(),
                lifetime.toMillis(),
                own.text() + " " + about.get().text(),
                need,
                Math.max(1, window.toMillis() / BUCKETS),
                window.toMillis(),
                Marks.LIFETIME.toMillis());
    }

    private Region region(@Nullable Response answer, Instant at) {
        var loads = new HashMap<String, Load>();
        var abouts = new HashMap<String, About>();
        var asked = Optional.<Mark>empty();
        int recent = 0;
        if (answer != null) {
            recent = Integer.parseInt(answer.get(0).toString());
            asked = Mark.of(answer.get(1).toString());
            for (int i = 2; i + 1 < answer.size(); i += 2) {
                var node = answer.get(i).toString();
                var said = answer.get(i + 1).toString();
                Load.of(said).ifPresent(load -> loads.put(node, load));
                About.of(said).ifPresent(each -> abouts.put(node, each));
            }
        }
        return new Region(loads, nodes.live(), recent, at, abouts, asked);
    }
}
