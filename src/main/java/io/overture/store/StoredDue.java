package io.overture.store;

import static io.overture.store.Kinds.AMOUNT;
import static io.overture.store.OneOf.oneOf;
import static io.overture.store.Tagged.tagged;

import io.overture.visitor.Due;
import java.io.IOException;

/** What others must still be told. */
final class StoredDue {

    private static final Tagged<Due.Wanted> WANTED = tagged("wanted", row -> {
        row.open(7);
        var id = row.text(Due.Wanted::id);
        var conversation = row.text(Due.Wanted::conversation);
        var turn = row.count(Due.Wanted::turn);
        var waiting = row.field(Due.Wanted::waiting, StoredTalk.WAITING);
        var request = row.field(Due.Wanted::request, StoredTalk.REQUEST);
        var client = row.maybeText(Due.Wanted::client);
        var tier = row.maybeText(Due.Wanted::tier);
        return row.isWritten() ? row.written() : new Due.Wanted(id, conversation, turn, waiting, request, client, tier);
    });

    private static final Tagged<Due.Taken> TAKEN = tagged("taken", row -> {
        row.open(5);
        var id = row.text(Due.Taken::id);
        var conversation = row.text(Due.Taken::conversation);
        var turn = row.count(Due.Taken::turn);
        var advisor = row.field(Due.Taken::advisor, StoredTalk.ATTENDANT);
        var at = row.instant(Due.Taken::at);
        return row.isWritten() ? row.written() : new Due.Taken(id, conversation, turn, advisor, at);
    });

    private static final Tagged<Due.Finished> FINISHED = tagged("finished", row -> {
        row.open(9);
        var id = row.text(Due.Finished::id);
        var conversation = row.text(Due.Finished::conversation);
        var ending = row.field(Due.Finished::ending, StoredWords.ENDING);
        var advisor = row.maybeText(Due.Finished::advisor);
        var request = row.field(Due.Finished::request, StoredTalk.REQUEST);
        var effort = row.field(Due.Finished::effort, StoredTalk.EFFORT);
        var client = row.maybeText(Due.Finished::client);
        var tier = row.maybeText(Due.Finished::tier);
        var at = row.instant(Due.Finished::at);
        return row.isWritten()
                ? row.written()
                : new Due.Finished(id, conversation, ending, advisor, request, effort, client, tier, at);
    });

    private static final Tagged<Due.Said> SAID = tagged("said", row -> {
        row.open(3);
        var id = row.text(Due.Said::id);
        var conversation = row.text(Due.Said::conversation);
        var message = row.field(Due.Said::message, StoredTalk.MESSAGE);
        return row.isWritten() ? row.written() : new Due.Said(id, conversation, message);
    });

    private static final Tagged<Due.Promised> PROMISED = tagged("promised", row -> {
        row.open(9);
        var id = row.text(Due.Promised::id);
        var instead = row.maybeText(Due.Promised::instead);
        var request = row.field(Due.Promised::request, StoredTalk.REQUEST);
        var contact = row.maybeText(Due.Promised::contact);
        var when = row.maybeText(Due.Promised::when);
        var note = row.maybeText(Due.Promised::note);
        var client = row.maybeText(Due.Promised::client);
        var tier = row.maybeText(Due.Promised::tier);
        var at = row.instant(Due.Promised::at);
        return row.isWritten()
                ? row.written()
                : new Due.Promised(id, instead, request, contact, when, note, client, tier, at);
    });

    private static final Tagged<Due.Alert> ALERT = tagged("alert", row -> {
        row.open(row.since(3) ? 9 : 8);
        var id = row.text(Due.Alert::id);
        var trigger = row.text(Due.Alert::trigger);
        var item = row.maybeText(Due.Alert::item);
        var language = row.text(Due.Alert::language);
        var client = row.maybeText(Due.Alert::client);
        var tier = row.maybeText(Due.Alert::tier);
        var weight = row.field(Due.Alert::weight, AMOUNT);
        var at = row.instant(Due.Alert::at);
        boolean isPriced = row.since(3) && row.flag(Due.Alert::isPriced);
        return row.isWritten()
                ? row.written()
                : new Due.Alert(id, trigger, item, language, client, tier, weight, at, isPriced);
    });

    private static final Tagged<Due.Noticed> NOTICED = tagged("noticed", row -> {
        row.open(3);
        var id = row.text(Due.Noticed::id);
        var notice = row.maybe(Due.Noticed::notice, StoredOffer.NOTICE);
        var at = row.instant(Due.Noticed::at);
        return row.isWritten() ? row.written() : new Due.Noticed(id, notice, at);
    });

    private static final Tagged<Due.Kept> KEPT = tagged("kept", row -> {
        row.open(3);
        var id = row.text(Due.Kept::id);
        var offer = row.text(Due.Kept::offer);
        var until = row.instant(Due.Kept::until);
        return row.isWritten() ? row.written() : new Due.Kept(id, offer, until);
    });

    private static final Tagged<Due.Freed> FREED = tagged("freed", row -> {
        row.open(2);
        var id = row.text(Due.Freed::id);
        var offer = row.text(Due.Freed::offer);
        return row.isWritten() ? row.written() : new Due.Freed(id, offer);
    });

    private static final Tagged<Due.Forget> FORGET = tagged("forget", row -> {
        row.open(1);
        var id = row.text(Due.Forget::id);
        return row.isWritten() ? row.written() : new Due.Forget(id);
    });

    /** Unknown to releases of format 1. */
    private static final Tagged<Due.Recognised> RECOGNISED = tagged("recognised", row -> {
        row.open(3);
        var id = row.text(Due.Recognised::id);
        var client = row.text(Due.Recognised::client);
        var at = row.instant(Due.Recognised::at);
        return row.isWritten() ? row.written() : new Due.Recognised(id, client, at);
    });

    /** Unknown to releases of format 1. */
    private static final Tagged<Due.Parted> PARTED = tagged("parted", row -> {
        row.open(4);
        var id = row.text(Due.Parted::id);
        var client = row.text(Due.Parted::client);
        var another = row.flag(Due.Parted::another);
        var at = row.instant(Due.Parted::at);
        return row.isWritten() ? row.written() : new Due.Parted(id, client, another, at);
    });

    /** Unknown to releases of formats 1 and 2. */
    private static final Tagged<Due.Returned> RETURNED = tagged("returned", row -> {
        row.open(5);
        var id = row.text(Due.Returned::id);
        var region = row.text(Due.Returned::region);
        var pseudonym = row.text(Due.Returned::pseudonym);
        var invitedAt = row.maybeInstant(Due.Returned::invitedAt);
        var declinedAt = row.maybeInstant(Due.Returned::declinedAt);
        return row.isWritten() ? row.written() : new Due.Returned(id, region, pseudonym, invitedAt, declinedAt);
    });

    static final Kind<Due> DUE = oneOf(
            "word that is due",
            StoredDue::write,
            WANTED,
            TAKEN,
            FINISHED,
            SAID,
            PROMISED,
            ALERT,
            NOTICED,
            KEPT,
            FREED,
            FORGET,
            RECOGNISED,
            PARTED,
            RETURNED);

    private StoredDue() {}

    private static void write(Out out, Due due) throws IOException {
        switch (due) {
            case Due.Wanted wanted -> WANTED.write(out, wanted);
            case Due.Taken taken -> TAKEN.write(out, taken);
            case Due.Finished finished -> FINISHED.write(out, finished);
            case Due.Said said -> SAID.write(out, said);
            case Due.Promised promised -> PROMISED.write(out, promised);
            case Due.Alert alert -> ALERT.write(out, alert);
            case Due.Noticed noticed -> NOTICED.write(out, noticed);
            case Due.Kept kept -> KEPT.write(out, kept);
            case Due.Freed freed -> FREED.write(out, freed);
            case Due.Forget forget -> FORGET.write(out, forget);
            case Due.Recognised recognised -> RECOGNISED.write(out, recognised);
            case Due.Parted parted -> PARTED.write(out, parted);
            case Due.Returned returned -> RETURNED.write(out, returned);
        }
    }
}
