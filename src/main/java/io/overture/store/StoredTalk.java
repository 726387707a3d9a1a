package io.overture.store;

import io.overture.visitor.Attendant;
import io.overture.visitor.Conversation;
import io.overture.visitor.Effort;
import io.overture.visitor.Handoff;
import io.overture.visitor.Message;
import io.overture.visitor.Request;
import io.overture.visitor.Stage;
import java.io.IOException;

/** Her conversation: what she asked for, how far it has come, and what was said. */
final class StoredTalk {

    private static final String WAITING = "waiting";
    private static final String JOINED = "joined";
    private static final String HANDED = "handed";
    private static final String UNMET = "unmet";
    private static final String OVER = "over";

    private StoredTalk() {}

    static void conversation(Out out, Conversation conversation) throws IOException {
        out.open(12);
        out.text(conversation.id());
        request(out, conversation.request());
        stage(out, conversation.stage());
        out.number(conversation.turn());
        out.list(conversation.messages(), StoredTalk::message);
        out.number(conversation.offset());
        out.number(conversation.seenByHer());
        out.number(conversation.seenByAdvisor());
        out.maybe(conversation.handoff(), StoredTalk::handoff);
        effort(out, conversation.effort());
        out.instant(conversation.since());
        out.instant(conversation.heard());
        out.close();
    }

    static Conversation conversation(In in) throws IOException {
        in.open();
        var conversation = new Conversation(
                in.next(In::text),
                in.next(StoredTalk::request),
                in.next(StoredTalk::stage),
                in.next(In::count),
                in.list(StoredTalk::message),
                in.next(In::number),
                in.next(In::number),
                in.next(In::number),
                in.maybe(StoredTalk::handoff),
                in.next(StoredTalk::effort),
                in.next(In::instant),
                in.next(In::instant));
        in.close();
        return conversation;
    }

    static void request(Out out, Request request) throws IOException {
        out.open(6);
        out.text(request.trigger());
        out.text(request.item());
        out.text(request.piece());
        out.list(request.channels(), Out::text);
        out.text(request.language());
        out.amount(request.weight());
        out.close();
    }

    static Request request(In in) throws IOException {
        in.open();
        var request = new Request(
                in.maybe(In::text),
                in.maybe(In::text),
                in.maybe(In::text),
                in.list(In::text),
                in.next(In::text),
                in.next(In::amount));
        in.close();
        return request;
    }

    static void waiting(Out out, Stage.Waiting waiting) throws IOException {
        stage(out, waiting);
    }

    static Stage.Waiting waiting(In in) throws IOException {
        if (stage(in) instanceof Stage.Waiting waiting) {
            return waiting;
        }
        throw new IOException("only who waits is called for");
    }

    static void attendant(Out out, Attendant attendant) throws IOException {
        out.open(4);
        out.text(attendant.id());
        out.text(attendant.name());
        out.text(attendant.title());
        out.text(attendant.portrait());
        out.close();
    }

    static Attendant attendant(In in) throws IOException {
        in.open();
        var attendant = new Attendant(in.next(In::text), in.next(In::text), in.next(In::text), in.maybe(In::text));
        in.close();
        return attendant;
    }

    static void message(Out out, Message message) throws IOException {
        out.open(6);
        out.text(message.id());
        out.number(message.offset());
        out.word(message.from());
        out.text(message.by());
        out.text(message.text());
        out.instant(message.at());
        out.close();
    }

    static Message message(In in) throws IOException {
        in.open();
        var message = new Message(
                in.next(In::text),
                in.next(In::number),
                in.next(In.word(Message.Author.class)),
                in.maybe(In::text),
                in.next(In::text),
                in.next(In::instant));
        in.close();
        return message;
    }

    static void effort(Out out, Effort effort) throws IOException {
        out.open(3);
        out.duration(effort.waited());
        out.number(effort.calls());
        out.number(effort.repeats());
        out.close();
    }

    static Effort effort(In in) throws IOException {
        in.open();
        var effort = new Effort(in.next(In::duration), in.next(In::count), in.next(In::count));
        in.close();
        return effort;
    }

    private static void handoff(Out out, Handoff handoff) throws IOException {
        out.open(2);
        out.text(handoff.channel());
        out.text(handoff.url());
        out.close();
    }

    private static Handoff handoff(In in) throws IOException {
        in.open();
        var handoff = new Handoff(in.next(In::text), in.next(In::text));
        in.close();
        return handoff;
    }

    private static void stage(Out out, Stage stage) throws IOException {
        switch (stage) {
            case Stage.Waiting waiting -> {
                open(out, 6, WAITING);
                out.instant(waiting.since());
                out.instant(waiting.rungAt());
                out.number(waiting.round());
                out.text(waiting.to());
                out.text(waiting.from());
            }
            case Stage.Joined joined -> {
                open(out, 4, JOINED);
                attendant(out, joined.advisor());
                out.instant(joined.at());
                out.flag(joined.spoke());
            }
            case Stage.Handed handed -> open(out, 1, HANDED);
            case Stage.Unmet unmet -> open(out, 1, UNMET);
            case Stage.Over over -> {
                open(out, 3, OVER);
                out.word(over.ending());
                out.flag(over.asked());
            }
        }
        out.close();
    }

    private static Stage stage(In in) throws IOException {
        in.open();
        var word = in.next(In::text);
        Stage stage = switch (word) {
            case WAITING ->
                new Stage.Waiting(
                        in.next(In::instant),
                        in.next(In::instant),
                        in.next(In::count),
                        in.maybe(In::text),
                        in.maybe(In::text));
            case JOINED -> new Stage.Joined(in.next(StoredTalk::attendant), in.next(In::instant), in.next(In::flag));
            case HANDED -> new Stage.Handed();
            case UNMET -> new Stage.Unmet();
            case OVER -> new Stage.Over(in.next(In.word(Stage.Ending.class)), in.next(In::flag));
            default -> throw new IOException("no conversation is known to be " + word);
        };
        in.close();
        return stage;
    }

    private static void open(Out out, int components, String word) throws IOException {
        out.open(components);
        out.text(word);
    }
}
