package io.overture.store;

import io.overture.visitor.Due;
import java.io.IOException;

/** What others must still be told: its kind by a word, then its components. */
final class StoredDue {

    private static final String WANTED = "wanted";
    private static final String ALERT = "alert";
    private static final String WROTE = "wrote";
    private static final String FORGET = "forget";

    private StoredDue() {}

    static void write(Out out, Due due) throws IOException {
        switch (due) {
            case Due.Wanted wanted -> {
                open(out, 10, WANTED, wanted);
                out.text(wanted.trigger());
                out.text(wanted.item());
                out.list(wanted.channels(), Out::text);
                out.text(wanted.language());
                out.text(wanted.client());
                out.text(wanted.tier());
                out.amount(wanted.weight());
                out.instant(wanted.at());
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
            case Due.Wrote wrote -> {
                open(out, 5, WROTE, wrote);
                out.text(wrote.conversation());
                out.text(wrote.text());
                out.instant(wrote.at());
            }
            case Due.Forget forget -> open(out, 2, FORGET, forget);
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
                        in.maybe(In::text),
                        in.maybe(In::text),
                        in.list(In::text),
                        in.next(In::text),
                        in.maybe(In::text),
                        in.maybe(In::text),
                        in.next(In::amount),
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
            case WROTE -> new Due.Wrote(id, in.next(In::text), in.next(In::text), in.next(In::instant));
            case FORGET -> new Due.Forget(id);
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
