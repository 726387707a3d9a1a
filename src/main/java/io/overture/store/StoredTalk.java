package io.overture.store;

import static io.overture.store.Kinds.AMOUNT;
import static io.overture.store.Kinds.DURATION;
import static io.overture.store.Kinds.list;
import static io.overture.store.OneOf.oneOf;
import static io.overture.store.Tagged.tagged;

import io.overture.visitor.Attendant;
import io.overture.visitor.Conversation;
import io.overture.visitor.Effort;
import io.overture.visitor.Handoff;
import io.overture.visitor.Message;
import io.overture.visitor.Request;
import io.overture.visitor.Stage;
import java.util.List;

/** Her conversation: what she asked for, how far it has come, and what was said. */
final class StoredTalk {

    static final Shape<Request> REQUEST = row -> {
        row.open(row.since(3) ? 7 : 6);
        var trigger = row.maybeText(Request::trigger);
        var item = row.maybeText(Request::item);
        var name = row.maybeText(Request::name);
        var channels = row.field(Request::channels, Kinds.TEXTS);
        var language = row.text(Request::language);
        var weight = row.field(Request::weight, AMOUNT);
        boolean isPriced = row.since(3) && row.flag(Request::isPriced);
        return row.isWritten() ? row.written() : new Request(trigger, item, name, channels, language, weight, isPriced);
    };

    static final Shape<Attendant> ATTENDANT = row -> {
        row.open(4);
        var id = row.text(Attendant::id);
        var name = row.text(Attendant::name);
        var title = row.text(Attendant::title);
        var portrait = row.maybeText(Attendant::portrait);
        return row.isWritten() ? row.written() : new Attendant(id, name, title, portrait);
    };

    static final Shape<Message> MESSAGE = row -> {
        row.open(6);
        var id = row.text(Message::id);
        var offset = row.number(Message::offset);
        var from = row.field(Message::from, StoredWords.AUTHOR);
        var by = row.maybeText(Message::by);
        var text = row.text(Message::text);
        var at = row.instant(Message::at);
        return row.isWritten() ? row.written() : new Message(id, offset, from, by, text, at);
    };

    static final Shape<Effort> EFFORT = row -> {
        row.open(3);
        var waited = row.field(Effort::waited, DURATION);
        var calls = row.count(Effort::calls);
        var repeats = row.count(Effort::repeats);
        return row.isWritten() ? row.written() : new Effort(waited, calls, repeats);
    };

    private static final Shape<Handoff> HANDOFF = row -> {
        row.open(2);
        var channel = row.text(Handoff::channel);
        var url = row.text(Handoff::url);
        return row.isWritten() ? row.written() : new Handoff(channel, url);
    };

    static final Tagged<Stage.Waiting> WAITING = tagged("waiting", row -> {
        row.open(5);
        var since = row.instant(Stage.Waiting::since);
        var rungAt = row.instant(Stage.Waiting::rungAt);
        var round = row.count(Stage.Waiting::round);
        var to = row.maybeText(Stage.Waiting::to);
        var from = row.maybeText(Stage.Waiting::from);
        return row.isWritten() ? row.written() : new Stage.Waiting(since, rungAt, round, to, from);
    });

    private static final Tagged<Stage.Joined> JOINED = tagged("joined", row -> {
        row.open(3);
        var advisor = row.field(Stage.Joined::advisor, ATTENDANT);
        var at = row.instant(Stage.Joined::at);
        var spoke = row.flag(Stage.Joined::spoke);
        return row.isWritten() ? row.written() : new Stage.Joined(advisor, at, spoke);
    });

    private static final Tagged<Stage.Handed> HANDED = tagged("handed", row -> {
        row.open(0);

        return row.isWritten() ? row.written() : new Stage.Handed();
    });

    private static final Tagged<Stage.Unmet> UNMET = tagged("unmet", row -> {
        row.open(0);

        return row.isWritten() ? row.written() : new Stage.Unmet();
    });

    private static final Tagged<Stage.Over> OVER = tagged("over", row -> {
        row.open(2);
        var ending = row.field(Stage.Over::ending, StoredWords.ENDING);
        var asked = row.flag(Stage.Over::asked);
        return row.isWritten() ? row.written() : new Stage.Over(ending, asked);
    });

    static final Kind<Stage> STAGE = oneOf(
            "stage of a conversation",
            (out, stage) -> {
                switch (stage) {
                    case Stage.Waiting waiting -> WAITING.write(out, waiting);
                    case Stage.Joined joined -> JOINED.write(out, joined);
                    case Stage.Handed handed -> HANDED.write(out, handed);
                    case Stage.Unmet unmet -> UNMET.write(out, unmet);
                    case Stage.Over over -> OVER.write(out, over);
                }
            },
            WAITING,
            JOINED,
            HANDED,
            UNMET,
            OVER);

    private static final Kind<List<Message>> MESSAGES = list(MESSAGE);

    static final Shape<Conversation> CONVERSATION = row -> {
        row.open(12);
        var id = row.text(Conversation::id);
        var request = row.field(Conversation::request, REQUEST);
        var stage = row.field(Conversation::stage, STAGE);
        var turn = row.count(Conversation::turn);
        var messages = row.field(Conversation::messages, MESSAGES);
        var offset = row.number(Conversation::offset);
        var seenByHer = row.number(Conversation::seenByHer);
        var seenByAdvisor = row.number(Conversation::seenByAdvisor);
        var handoff = row.maybe(Conversation::handoff, HANDOFF);
        var effort = row.field(Conversation::effort, EFFORT);
        var since = row.instant(Conversation::since);
        var heard = row.instant(Conversation::heard);
        return row.isWritten()
                ? row.written()
                : new Conversation(
                        id,
                        request,
                        stage,
                        turn,
                        messages,
                        offset,
                        seenByHer,
                        seenByAdvisor,
                        handoff,
                        effort,
                        since,
                        heard);
    };

    private StoredTalk() {}
}
