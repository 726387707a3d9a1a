package io.overture.export;

import static io.overture.store.Stores.get;

import io.overture.journal.JournalActs;
import io.overture.journal.JournalCursor;
import io.overture.journal.JournalItem;
import io.overture.redis.Lanes;
import io.overture.release.Act;
import java.time.Instant;
import java.util.List;

/** Two nodes that export the journal, one after the other: the lease, the cursor, and records that were refused. */
public final class ExportActs {

    private static final Instant AT = Instant.ofEpochMilli(1_764_000_000_000L);
    private static final int MOST_LETTERS = 2;
    private static final Term FIRST = new Term(1, "");
    private static final Term SECOND = new Term(2, "");

    private ExportActs() {}

    public static List<Act> all() {
        return List.of(
                Act.of("a node takes the export", lanes -> {
                    var one = lease(lanes, "node-1");
                    get(one.renew());
                    return one.term();
                }),
                Act.of("another may not take it while it renews it", lanes -> {
                    // In one act: the lease then runs however slow the machine is.
                    var one = lease(lanes, "node-1");
                    var two = lease(lanes, "node-2");
                    get(one.renew());
                    get(two.renew());
                    return List.of(one.term(), two.term());
                }),
                Act.of(
                        "how far it has come is saved, with what was refused, of which the oldest has no room",
                        lanes -> save(
                                lanes,
                                "node-1",
                                FIRST,
                                JournalActs.STOPPED.text(),
                                new Change.Refused(letter("bd-1-0", "j-1")),
                                new Change.Refused(letter("bd-2-0", "j-1")),
                                new Change.Refused(letter("bd-3-0", "j-2")))),
                Act.of("what was refused", ExportActs::letters),
                Act.of(
                        "a record is to be sent again",
                        lanes -> get(new Letters(lanes).sendAgain(List.of("bd-2-0"), AT.plusSeconds(1)))),
                Act.of("what is to be sent again", ExportActs::letters),
                Act.of(
                        "it is sent after all",
                        lanes -> save(
                                lanes,
                                "node-1",
                                FIRST,
                                Progress.UNMOVED,
                                new Change.SentAfterAll(letter("bd-2-0", "j-1")))),
                Act.silent(
                        "it gives the export up",
                        lanes -> lease(lanes, "node-1").giveUp()),
                Act.of("another takes it, and reads on from where it stopped", lanes -> {
                    var two = lease(lanes, "node-2");
                    get(two.renew());
                    var term = two.term().orElseThrow();
                    return List.of(term, JournalActs.read(lanes, JournalCursor.parse(term.cursor())));
                }),
                Act.of("the former saves in vain", lanes -> save(lanes, "node-1", FIRST, "back")),
                Act.of(
                        "all that was refused is to be sent again",
                        lanes -> get(new Letters(lanes).sendAgain(List.of(), AT.plusSeconds(2)))),
                Act.of(
                        "its visitor is forgotten",
                        lanes -> save(lanes, "node-2", SECOND, Progress.UNMOVED, new Change.Forgotten("j-2"))),
                Act.of("nothing refused is left", ExportActs::letters));
    }

    private static Progress.Saved save(Lanes lanes, String node, Term term, String cursor, Change... changes) {
        return get(new Progress(lanes, node, MOST_LETTERS).save(term, cursor, List.of(changes)));
    }

    /** How many were refused, those, and those to be sent again. */
    private static List<Object> letters(Lanes lanes) {
        var letters = new Letters(lanes);
        return List.of(get(letters.count()), get(letters.refused()), get(letters.toSendAgain(10)));
    }

    private static Lease lease(Lanes lanes, String node) {
        return new Lease(lanes, node, () -> 0);
    }

    private static Letter letter(String id, String visitor) {
        var line = "{\"at\":1,\"site\":\"demo\",\"visitor\":\"" + visitor + "\",\"type\":\"forgotten\"}";
        return Letter.of(
                new JournalItem.Kept(id, 1, "demo", line), Head.of(line), new Refusal("too_large", "1200 bytes"), AT);
    }
}
