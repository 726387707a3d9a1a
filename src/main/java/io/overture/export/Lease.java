package io.overture.export;

import io.overture.redis.Lanes;
import io.overture.redis.Script;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The right to export, held by one node at a time: six seconds, renewed every two. It ends here, by this node's own clock
 * counted from when it asked, before it ends in Redis.
 */
final class Lease {

    static final Duration LENGTH = Duration.ofSeconds(6);
    static final Duration RENEWAL = Duration.ofSeconds(2);

    private static final Logger LOG = Logger.getLogger(Lease.class);
    private static final Script SCRIPT = Script.named("export-lease");

    private record Held(Term term, long until) {}

    private final Lanes lanes;
    private final String node;
    private final LongSupplier nanoTime;
    private final AtomicReference<@Nullable Held> held = new AtomicReference<>();

    /** @param node this node's incarnation */
    Lease(Lanes lanes, String node, LongSupplier nanoTime) {
        this.lanes = lanes;
        this.node = node;
        this.nanoTime = nanoTime;
    }

    /** The term this node is in, if it is. */
    Optional<Term> term() {
        var now = held.get();
        return now == null || nanoTime.getAsLong() - now.until() >= 0 ? Optional.empty() : Optional.of(now.term());
    }

    /** Takes it where it is free, or renews it. */
    Uni<Void> renew() {
        long asked = nanoTime.getAsLong();
        return ask(LENGTH).invoke(answer -> heard(answer, asked)).replaceWithVoid();
    }

    /** So that the next need not wait for its end. */
    Uni<Void> giveUp() {
        held.set(null);
        return ask(Duration.ZERO).replaceWithVoid();
    }

    private void heard(Response answer, long asked) {
        long number = Long.parseLong(answer.get(0).toString());
        if (number == 0) {
            held.set(null);
            return;
        }
        var before = term().filter(term -> term.number() == number);
        boolean isRenewed = before.isPresent();
        // One that had ended here begins anew, from what was saved last.
        var term = before.orElseGet(() -> new Term(number, answer.get(1).toString()));
        held.set(new Held(term, asked + LENGTH.toNanos()));
        if (!isRenewed) {
            LOG.infof("event=export_taken term=%d", number);
        }
    }

    private Uni<Response> ask(Duration length) {
        return lanes.run(SCRIPT, ExportKeys.LEASED, node, length.toMillis())
                .map(answer -> Objects.requireNonNull(answer, "the script always answers"));
    }
}
