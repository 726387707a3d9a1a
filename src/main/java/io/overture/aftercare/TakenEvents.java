package io.overture.aftercare;

import io.overture.redis.Lanes;
import io.overture.visitor.Handle;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Which events have been taken, for three days: a shop that sends one again within that time is told so, and nothing is
 * done twice.
 */
class TakenEvents {

    static final Duration LIFETIME = Duration.ofHours(72);

    private final Lanes lanes;

    TakenEvents(Lanes lanes) {
        this.lanes = lanes;
    }

    /** Those of them that were not taken yet, in the same order. */
    Uni<List<ShopEvent>> unknown(List<ShopEvent> events) {
        if (events.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        var request = Request.cmd(Command.MGET);
        events.forEach(event -> request.arg(key(event)));
        return lanes.send(request).map(answer -> {
            var unknown = new ArrayList<ShopEvent>();
            for (int i = 0; i < events.size(); i++) {
                if (answer == null || answer.get(i) == null) {
                    unknown.add(events.get(i));
                }
            }
            return List.copyOf(unknown);
        });
    }

    Uni<Void> remember(List<ShopEvent> events) {
        return Multi.createFrom()
                .iterable(events)
                .onItem()
                .transformToUniAndMerge(event -> lanes.send(Request.cmd(Command.SET)
                        .arg(key(event))
                        .arg(1)
                        .arg("PX")
                        .arg(LIFETIME.toMillis())))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private static String key(ShopEvent event) {
        return "ov:{desk}:event:" + Handle.digest(event.id());
    }
}
