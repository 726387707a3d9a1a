package io.overture.store;

import io.overture.visitor.Due;
import io.overture.visitor.Stage;
import java.io.IOException;

/** What others must still be told: its kind by a word, then its components. */
final class StoredDue {

    private static final String WANTED = "wanted";
    private static final String TAKEN = "taken";
    private static final String FINISHED = "finished";
    private static final String SAID = "said";
    private static final String PROMISED = "promised";
    private static final String ALERT = "alert";
    private static final String NOTICED = "noticed";
    private static final String KEPT = "kept";
    private static final String FREED = "freed";
    private static final String FORGET = "forget";
    private static final String RECOGNISED = "recognised";
    private static final String PARTED = "parted";

    private StoredDue() {}

    static void write(Out out, Due due) throws IOException {
        switch (due) {
            case Due.Wanted wanted -> {
                open(out, 8, WANTED, wanted);
                out.text(wanted.conversation());
                out.number(wanted.turn());
                StoredTalk.waiting(out, wanted.waiting());
                StoredTalk.request(out, wanted.request());
                out.text(wanted.client());
                out.text(wanted.tier());
            }
            case Due.Taken taken -> {
                open(out, 6, TAKEN, taken);
                out.text(taken.conversation());
                out.number(taken.turn());
                StoredTalk.attendant(out, taken.advisor());
                out.instant(taken.at());
            }
            case Due.Finished finished -> {
                open(out, 10, FINISHED, finished);
                out.text(finished.conversation());
                out.word(finished.ending());
                out.text(finished.advisor());
                StoredTalk.request(out, finished.request());
                StoredTalk.effort(out, finished.effort());
                out.text(finished.client());
                out.text(finished.tier());
                out.instant(finished.at());
            }
            case Due.Said said -> {
                open(out, 4, SAID, said);
                out.text(said.conversation());
                StoredTalk.message(out, said.message());
            }
            case Due.Promised promised -> {
                open(out, 10, PROMISED, promised);
                out.text(promised.instead());
                StoredTalk.request(out, promised.request());
                out.text(promised.contact());
                out.text(promised.when());
                out.text(promised.note());
                out.text(promised.client());
                out.text(promised.tier());
                out.instant(promised.at());
            }
            case Due.Alert alert -> {
                open(out, 9, ALERT, alert);
                out.text(alert.trigger());
                out.text(alert.item());
                out.text(alert.language());
                out.text(alert.client());
                out.text(alert.tier());
                out.amount(alert.weight());
                out.instant(alert.at());
            }
            case Due.Noticed noticed -> {
                open(out, 4, NOTICED, noticed);
                out.maybe(noticed.notice(), StoredOffer::notice);
                out.instant(noticed.at());
            }
            case Due.Kept kept -> {
                open(out, 4, KEPT, kept);
                out.text(kept.offer());
                out.instant(kept.until());
            }
            case Due.Freed freed -> {
                open(out, 3, FREED, freed);
                out.text(freed.offer());
            }
            case Due.Forget forget -> open(out, 2, FORGET, forget);
            case Due.Recognised recognised -> {
                open(out, 4, RECOGNISED, recognised);
                out.text(recognised.client());
                out.instant(recognised.at());
            }
            case Due.Parted parted -> {
                open(out, 5, PARTED, parted);
                out.text(parted.client());
                out.flag(parted.another());
                out.instant(parted.at());
            }
        }
        out.close();
    }

    static Due read(In in) throws IOException {
        in.open();
        var kind = in.next(In::text);
        var id = in.next(In::text);
        Due due = switch (kind) {
            case WANTED ->
                new Due.Wanted(
                        id,
                        in.next(In::text),
                        in.next(In::count),
                        in.next(StoredTalk::waiting),
                        in.next(StoredTalk::request),
                        in.maybe(In::text),
                        in.maybe(In::text));
            case TAKEN ->
                new Due.Taken(
                        id,
                        in.next(In::text),
                        in.next(In::count),
                        in.next(StoredTalk::attendant),
                        in.next(In::instant));
            case FINISHED ->
                new Due.Finished(
                        id,
                        in.next(In::text),
                        in.next(In.word(Stage.Ending.class)),
                        in.maybe(In::text),
                        in.next(StoredTalk::request),
                        in.next(StoredTalk::effort),
                        in.maybe(In::text),
                        in.maybe(In::text),
                        in.next(In::instant));
            case SAID -> new Due.Said(id, in.next(In::text), in.next(StoredTalk::message));
            case PROMISED ->
                new Due.Promised(
                        id,
                        in.maybe(In::text),
                        in.next(StoredTalk::request),
                        in.maybe(In::text),
                        in.maybe(In::text),
                        in.maybe(In::text),
                        in.maybe(In::text),
                        in.maybe(In::text),
                        in.next(In::instant));
            case ALERT ->
                new Due.Alert(
                        id,
                        in.next(In::text),
                        in.maybe(In::text),
                        in.next(In::text),
                        in.maybe(In::text),
                        in.maybe(In::text),
                        in.next(In::amount),
                        in.next(In::instant));
            case NOTICED -> new Due.Noticed(id, in.maybe(StoredOffer::notice), in.next(In::instant));
            case KEPT -> new Due.Kept(id, in.next(In::text), in.next(In::instant));
            case FREED -> new Due.Freed(id, in.next(In::text));
            case FORGET -> new Due.Forget(id);
            case RECOGNISED -> new Due.Recognised(id, in.next(In::text), in.next(In::instant));
            case PARTED -> new Due.Parted(id, in.next(In::text), in.next(In::flag), in.next(In::instant));
            default -> throw new IOException("nothing known is due under the word " + kind);
        };
        in.close();
        return due;
    }

    private static void open(Out out, int components, String kind, Due due) throws IOException {
        out.open(components);
        out.text(kind);
        out.text(due.id());
    }
}
