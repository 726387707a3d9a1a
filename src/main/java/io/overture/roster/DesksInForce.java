package io.overture.roster;

import io.overture.document.Format;
import io.overture.document.Mistake;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/**
 * The desks in force on this node: those it started with, until somebody puts others; then the newest of these, here or at
 * another node. What cannot be read is refused, and the one in force stays.
 */
final class DesksInForce implements Roster {

    private static final Logger LOG = Logger.getLogger(DesksInForce.class);

    /** What came of putting desks. */
    sealed interface Put {

        record Done(DesksAsWritten desks) implements Put {}

        record Wrong(List<Mistake> mistakes) implements Put {
            public Wrong {
                mistakes = List.copyOf(mistakes);
            }
        }

        /** Somebody else has put others since. */
        record Overtaken() implements Put {}
    }

    private final DesksStore store;
    private final String before;
    private final AtomicReference<DesksAsWritten> inForce;
    private volatile long refused;

    DesksInForce(DesksStore store, DesksAsWritten before) {
        this.store = store;
        this.before = before.digest();
        this.inForce = new AtomicReference<>(before);
    }

    @Override
    public Desks inForce() {
        return asWritten().desks();
    }

    DesksAsWritten asWritten() {
        return inForce.get();
    }

    /** In Redis first, then in force here, and at every other node when it looks next. */
    Uni<Put> put(byte[] text, Format format, Optional<String> seen) {
        return switch (DesksReader.read(text, format)) {
            case DesksReader.Reading.Invalid(var mistakes) -> Uni.createFrom().item(new Put.Wrong(mistakes));
            case DesksReader.Reading.Valid(var desks) -> {
                var written = DesksAsWritten.of(desks, text, format, 0);
                yield store.put(written, seen, before)
                        .map(version -> version.<Put>map(each ->
                                        new Put.Done(comeIntoForce(DesksAsWritten.of(desks, text, format, each))))
                                .orElseGet(Put.Overtaken::new));
            }
        };
    }

    /** Takes over what another node has put. */
    Uni<Void> look() {
        return store.newerThan(Math.max(asWritten().version(), refused))
                .invoke(found -> found.ifPresent(this::read))
                .replaceWithVoid();
    }

    private void read(DesksStore.Stored stored) {
        switch (DesksReader.read(stored.text(), stored.format())) {
            case DesksReader.Reading.Valid(var desks) ->
                comeIntoForce(DesksAsWritten.of(desks, stored.text(), stored.format(), stored.version()));
            case DesksReader.Reading.Invalid(var mistakes) -> {
                // Put by a newer release, whose grammar is richer.
                refused = stored.version();
                LOG.errorf(
                        "desks refused: version=%d mistakes=%d first=%s",
                        stored.version(), mistakes.size(), mistakes.getFirst());
            }
        }
    }

    private DesksAsWritten comeIntoForce(DesksAsWritten desks) {
        var now = inForce.updateAndGet(current -> desks.version() > current.version() ? desks : current);
        if (now == desks) {
            log(desks);
        }
        return desks;
    }

    static void log(DesksAsWritten desks) {
        LOG.infof(
                "desks in force: version=%d desks=%d digest=%s",
                desks.version(), desks.desks().all().size(), desks.digest());
    }
}
