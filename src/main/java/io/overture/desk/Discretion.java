package io.overture.desk;

import io.overture.roster.Roster;
import org.jspecify.annotations.Nullable;

/** Notes are the house's: an advisor of a partner reads those of partners, and no others. */
public final class Discretion {

    private final Roster roster;

    public Discretion(Roster roster) {
        this.roster = roster;
    }

    /** The transcript as this advisor may read it. */
    public Transcript of(Transcript transcript, String reader) {
        return isOfHouse(reader)
                ? transcript
                : new Transcript(
                        transcript.epoch(),
                        transcript.full(),
                        transcript.offset(),
                        transcript.lines().stream()
                                .filter(line -> mayRead(line, reader))
                                .toList());
    }

    /** Whether this advisor may read the line. */
    boolean mayRead(Transcript.Line line, String reader) {
        return line.from() != Transcript.From.NOTE || isOfPartner(line.by()) || isOfHouse(reader);
    }

    /** The call as this advisor may read it. */
    public Call of(Call call, String reader) {
        return isOfHouse(reader) || isOfPartner(call.from()) ? call : call.withoutNote();
    }

    private boolean isOfHouse(String advisor) {
        return roster.inForce()
                .advisor(advisor)
                .map(seat -> !seat.advisor().partner())
                .orElse(false);
    }

    /** Whoever is not known any more was of the house. */
    private boolean isOfPartner(@Nullable String advisor) {
        return advisor != null
                && roster.inForce()
                        .advisor(advisor)
                        .map(seat -> seat.advisor().partner())
                        .orElse(false);
    }
}
