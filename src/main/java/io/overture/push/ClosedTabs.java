package io.overture.push;

import io.overture.redis.Lanes;
import io.overture.visitor.Tab;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/**
 * Pages that were closed a moment ago, at whichever node. A visitor's value has them a while longer, since she may only be
 * on her way to the next page; whoever is about to speak to her in person asks here.
 */
@ApplicationScoped
public class ClosedTabs {

    /** Longer than a value has a page that was closed. */
    private static final Duration REMEMBERED = Duration.ofSeconds(30);

    private final Lanes lanes;

    ClosedTabs(Lanes lanes) {
        this.lanes = lanes;
    }

    /** Where that cannot be said she counts as there for those seconds, as she would without it. */
    public void closed(Tab tab) {
        lanes.send(Request.cmd(Command.SET).arg(key(tab)).arg("").arg("PX").arg(REMEMBERED.toMillis()))
                .subscribe()
                .with(done -> {}, away -> {});
    }

    /** Those of them that were; what cannot be asked counts as open. */
    public Uni<List<Tab>> among(List<Tab> tabs) {
        return Multi.createFrom()
                .iterable(tabs)
                .onItem()
                .transformToUniAndMerge(tab -> lanes.send(
                                Request.cmd(Command.EXISTS).arg(key(tab)))
                        .map(there -> there != null && there.toString().equals("1") ? List.of(tab) : List.<Tab>of())
                        .onFailure()
                        .recoverWithItem(List.of()))
                .onItem()
                .<Tab>transformToIterable(each -> each)
                .collect()
                .asList();
    }

    private static String key(Tab tab) {
        return "ov:closed:" + tab.socket();
    }
}
