package io.overture.desk;

import io.overture.engine.Input;
import io.overture.flow.Flow;
import io.overture.redis.Lanes;
import io.overture.redis.Script;
import io.overture.visitor.VisitorKey;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;

/** Watches over advisors who attend: whoever is out of reach for too long is relieved, so that nobody talks to an empty chair. */
final class Watch {

    static final Duration TICK = Duration.ofSeconds(2);

    /** A page takes seconds to reload, a machine to come back from sleep a little longer. */
    static final Duration TOO_LONG = Duration.ofSeconds(45);

    private static final Duration LEASE = Duration.ofSeconds(3);
    private static final Script WATCH = Script.named("desk-watch");
    private static final List<String> KEYS = List.of(DeskKeys.WATCH, DeskKeys.TALKS, DeskKeys.REACH, DeskKeys.MISSING);
    private static final Logger LOG = Logger.getLogger(Watch.class);

    private final Lanes lanes;
    private final Flow flow;
    private final InstantSource clock;
    private final String node;
    private final AtomicBoolean isLooking = new AtomicBoolean();

    private record Lost(String conversation, VisitorKey about, String advisor) {}

    /** @param node this one's name */
    Watch(Lanes lanes, Flow flow, InstantSource clock, String node) {
        this.lanes = lanes;
        this.flow = flow;
        this.clock = clock;
        this.node = node;
    }

    /** To be called every {@link #TICK}. */
    void tick() {
        if (isLooking.compareAndSet(false, true)) {
            look().onTermination()
                    .invoke(() -> isLooking.set(false))
                    .subscribe()
                    .with(done -> {}, away -> LOG.debugf("advisors not watched: %s", away.getMessage()));
        }
    }

    /** What cannot be said now is found again at the next look. */
    Uni<Void> look() {
        return lanes.run(WATCH, KEYS, DeskKeys.PREFIX, node, LEASE.toMillis(), clock.millis(), TOO_LONG.toMillis())
                .map(Replies::texts)
                .chain(texts -> Multi.createFrom()
                        .iterable(lost(texts))
                        .onItem()
                        .transformToUniAndMerge(
                                each -> flow.submit(each.about(), new Input.Lost(each.conversation(), each.advisor())))
                        .collect()
                        .asList())
                .replaceWithVoid();
    }

    private static List<Lost> lost(List<String> texts) {
        return IntStream.range(0, texts.size() / 3)
                .mapToObj(i ->
                        new Lost(texts.get(3 * i), VisitorKey.ofMember(texts.get(3 * i + 1)), texts.get(3 * i + 2)))
                .toList();
    }
}
