package io.overture.ops;

import io.overture.document.Problem;
import io.overture.document.Query;
import io.overture.journal.JournalCursor;
import io.overture.journal.JournalTail;
import io.overture.ops.JournalResource.Line;
import io.overture.redis.StoreUnavailable;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/** Those who follow the journal at this node: only so many, and until it is asked to leave. */
@ApplicationScoped
class JournalReaders {

    /** Each asks Redis 256 times a second at most, and may hold 6 MiB. */
    private static final int MOST = 8;

    private static final String OLDEST = "start";
    private static final String NEWEST = "end";

    private final JournalTail tail;
    private final Semaphore places = new Semaphore(MOST);
    private volatile boolean leaving;

    JournalReaders(JournalTail tail) {
        this.tail = tail;
    }

    void drain(@Observes ShutdownDelayInitiatedEvent event) {
        leaving = true;
    }

    Multi<Line> read(String after, String site, boolean follow) {
        var from = cursor(after);
        if (!places.tryAcquire()) {
            throw new ServiceUnavailableException(crowded());
        }
        var left = new AtomicBoolean();
        var begun = new AtomicBoolean();
        // A follower reads on from its last cursor whatever ends the answer; who reads to an end must learn it is none.
        return from.onItem()
                .transformToMulti(at -> new JournalFollower(tail, at, site, () -> follow && !leaving).lines())
                .onItem()
                .invoke(() -> begun.set(true))
                .onFailure(failure -> follow && begun.get() && failure instanceof StoreUnavailable)
                .recoverWithCompletion()
                .onTermination()
                .invoke(() -> {
                    if (left.compareAndSet(false, true)) {
                        places.release();
                    }
                });
    }

    private static Response crowded() {
        var problem = Problem.answer(503, "As many as may, %d, follow the journal at this node".formatted(MOST));
        return Response.fromResponse(problem)
                .header(HttpHeaders.RETRY_AFTER, AwayMapper.RETRY.toSeconds())
                .build();
    }

    private Uni<JournalCursor> cursor(String after) {
        if (after.equals(OLDEST)) {
            return Uni.createFrom().item(JournalCursor.START);
        }
        if (after.equals(NEWEST)) {
            return tail.end();
        }
        try {
            return Uni.createFrom().item(JournalCursor.parse(after));
        } catch (IllegalArgumentException e) {
            throw Query.wrong("after", "This must be a cursor that the journal gave, or start, or end.");
        }
    }
}
