package io.overture.store;

import static io.overture.store.Kinds.AMOUNT;

import io.overture.visitor.Closed;
import io.overture.visitor.Copy;
import io.overture.visitor.Invitation;
import io.overture.visitor.Notice;
import io.overture.visitor.Tab;

/** The open invitation, those that ended, and what the advisors know of her. */
final class StoredOffer {

    private static final Shape<Copy> COPY = row -> {
        row.open(row.since(2) ? 5 : 4);
        var title = row.text(Copy::title);
        var text = row.text(Copy::text);
        var accept = row.text(Copy::accept);
        var decline = row.text(Copy::decline);
        var later = row.since(2) ? row.maybeText(Copy::later) : null;
        return row.isWritten() ? row.written() : new Copy(title, text, accept, decline, later);
    };

    static final Shape<Invitation> INVITATION = row -> {
        row.open(13);
        var id = row.text(Invitation::id);
        var trigger = row.text(Invitation::trigger);
        var item = row.maybeText(Invitation::item);
        var weight = row.field(Invitation::weight, AMOUNT);
        var copy = row.field(Invitation::copy, COPY);
        var language = row.text(Invitation::language);
        var channels = row.field(Invitation::channels, Kinds.TEXTS);
        var offeredAt = row.instant(Invitation::offeredAt);
        var expiresAt = row.instant(Invitation::expiresAt);
        var deliveredAt = row.instant(Invitation::deliveredAt);
        var shownAt = row.maybeInstant(Invitation::shownAt);
        var isSlotHeld = row.flag(Invitation::isSlotHeld);
        var advisor = row.maybe(Invitation::advisor, StoredTalk.ATTENDANT);
        return row.isWritten()
                ? row.written()
                : new Invitation(
                        id,
                        trigger,
                        item,
                        weight,
                        copy,
                        language,
                        channels,
                        offeredAt,
                        expiresAt,
                        deliveredAt,
                        shownAt,
                        isSlotHeld,
                        advisor);
    };

    static final Shape<Notice> NOTICE = row -> {
        row.open(8);
        var trigger = row.text(Notice::trigger);
        var item = row.maybeText(Notice::item);
        var name = row.maybeText(Notice::name);
        var language = row.text(Notice::language);
        var client = row.maybeText(Notice::client);
        var tier = row.text(Notice::tier);
        var weight = row.field(Notice::weight, AMOUNT);
        var since = row.instant(Notice::since);
        return row.isWritten() ? row.written() : new Notice(trigger, item, name, language, client, tier, weight, since);
    };

    static final Shape<Tab> TAB = row -> {
        row.open(2);
        var node = row.text(Tab::node);
        var socket = row.text(Tab::socket);
        return row.isWritten() ? row.written() : new Tab(node, socket);
    };

    static final Shape<Closed> CLOSED = row -> {
        row.open(3);
        var id = row.text(Closed::id);
        var outcome = row.field(Closed::outcome, StoredWords.OUTCOME);
        var by = row.maybe(Closed::by, TAB);
        return row.isWritten() ? row.written() : new Closed(id, outcome, by);
    };

    private StoredOffer() {}
}
