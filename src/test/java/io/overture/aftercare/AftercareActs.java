package io.overture.aftercare;

import static io.overture.store.Stores.get;

import io.overture.client.Dealing;
import io.overture.release.Act;
import java.time.Instant;
import java.util.List;

/** What the shop told, and clients to look at again. */
public final class AftercareActs {

    private static final Instant AT = Instant.ofEpochMilli(1_764_000_000_000L);
    private static final ShopEvent EVENT =
            new ShopEvent("e-1", Dealing.Type.SERVICE_COMPLETED, AT, "c-7", "demo", "T-1", List.of(), "A new crown");

    private AftercareActs() {}

    public static List<Act> all() {
        return List.of(
                Act.of("an event is new", lanes -> get(new TakenEvents(lanes).unknown(List.of(EVENT)))),
                Act.of("an event is remembered", lanes -> {
                    get(new TakenEvents(lanes).remember(List.of(EVENT)));
                    return "done";
                }),
                Act.of("it is not new any more", lanes -> get(new TakenEvents(lanes).unknown(List.of(EVENT)))),
                Act.of("a client is watched", lanes -> {
                    get(new Watch(lanes).over("c-7", true, AT));
                    return "done";
                }),
                Act.of("it is time for a look", lanes -> get(new Watch(lanes).due(AT.plus(Watch.PAUSE), 10))),
                Act.of("it is not time again", lanes -> get(new Watch(lanes).due(AT.plus(Watch.PAUSE), 10))),
                Act.of("the client is forgotten", lanes -> get(new Watch(lanes).forgetClient("c-7"))));
    }
}
