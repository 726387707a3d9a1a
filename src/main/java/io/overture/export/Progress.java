package io.overture.export;

import io.overture.redis.Lanes;
import io.overture.redis.Script;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** How far the journal has been sent, kept in Redis; only the exporter of the present term may change it. */
final class Progress {

    private static final Script SAVE = Script.named("export-save");

    /** Where it stays. */
    static final String UNMOVED = "";

    /**
     * @param done false when another node has become the exporter
     * @param dropped refused records that went for want of room
     */
    record Saved(boolean done, int dropped) {}

    private final Lanes lanes;
    private final String node;
    private final int mostLetters;

    Progress(Lanes lanes, String node, int mostLetters) {
        this.lanes = lanes;
        this.node = node;
        this.mostLetters = mostLetters;
    }

    /** @param cursor {@link #UNMOVED}, or the new one */
    Uni<Saved> save(Term term, String cursor, List<Change> changes) {
        var args = new ArrayList<Object>(List.of(node, term.number(), cursor, mostLetters));
        changes.forEach(change -> args.addAll(change.words()));
        return lanes.run(SAVE, ExportKeys.ALL, args.toArray()).map(answer -> {
            Objects.requireNonNull(answer, "the script always answers");
            return new Saved(
                    answer.get(0).toString().equals("1"),
                    Integer.parseInt(answer.get(1).toString()));
        });
    }
}
