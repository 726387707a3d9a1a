package io.overture.desk;

import static io.overture.desk.Staffs.advisor;
import static io.overture.desk.Staffs.desk;
import static io.overture.desk.Staffs.wish;
import static io.overture.store.Stores.get;

import io.overture.roster.Desks;
import io.overture.store.EmptyRedis;
import io.overture.visitor.VisitorKey;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Slots in Redis as a node has them, and what its listener hears. */
abstract class AtSlots {

    static final Desks DESKS = new Desks(List.of(
            desk("paris", Map.of(), advisor("ada", 2, "fr", "en"), advisor("bea", 1, "fr")),
            desk("london", Map.of("vic", new BigDecimal("0.5")), advisor("cleo", 2, "en-GB"))));

    @RegisterExtension
    static final EmptyRedis REDIS = new EmptyRedis();

    final List<String> lost = new ArrayList<>();
    final List<String> yielded = new CopyOnWriteArrayList<>();
    final List<VisitorKey> woken = new CopyOnWriteArrayList<>();
    Instant now = Instant.parse("2027-03-01T10:00:00Z");
    boolean listens = true;
    Function<String, Uni<Void>> onLost = offer -> Uni.createFrom().voidItem();
    RedisSlots slots;

    @BeforeEach
    void begin() {
        slots = node(DESKS, DeskConfig.Staffing.LIVE);
    }

    RedisSlots node(Desks desks, DeskConfig.Staffing staffing) {
        var node = new RedisSlots(REDIS.lanes(), () -> desks, () -> now, staffing, 4);
        node.tell(new SlotListener() {
            @Override
            public Uni<Void> lost(VisitorKey visitor, String offer) {
                if (!listens) {
                    return Uni.createFrom().failure(new IllegalStateException("nobody listens"));
                }
                lost.add(offer);
                return onLost.apply(offer);
            }

            @Override
            public Uni<Void> yielded(VisitorKey visitor, String offer) {
                yielded.add(offer);
                return Uni.createFrom().voidItem();
            }

            @Override
            public void free(List<VisitorKey> visitors) {
                woken.addAll(visitors);
            }
        });
        return node;
    }

    static VisitorKey visitor(String offer) {
        return wish(offer, "unknown", "fr", "1").visitor();
    }

    void come(String advisor) {
        get(slots.presence().set(advisor, Standing.State.AVAILABLE));
        get(slots.presence().here(advisor, "node/socket"));
        get(slots.presence().read());
    }

    void reap() {
        get(slots.reaper().reap(Duration.ZERO, get(slots.presence().read())));
    }

    void reapDespiteFailure() {
        get(slots.reaper()
                .reap(Duration.ZERO, get(slots.presence().read()))
                .onFailure()
                .recoverWithNull());
    }

    int taken(String advisor) {
        return get(slots.presence().read()).of(advisor).taken();
    }
}
