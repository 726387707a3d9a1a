package io.overture.advisor;

import io.overture.desk.Standing;
import io.overture.desk.Task;
import io.overture.visitor.VisitorKey;
import io.overture.wire.Flaw;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A frame of an advisor's console. */
sealed interface Frame {

    /** Not JSON, or of a type nobody knows: whoever sends it does not speak this language. */
    record Garbled() implements Frame {}

    /** Of a known type, with something wrong in it. */
    record Invalid(boolean isHello, @Nullable String ref, List<Flaw> flaws) implements Frame {}

    /** Who speaks, and what she has of her conversations already. Said again, it asks for what is missing. */
    record Hello(List<Had> talks) implements Frame {}

    /** Up to where a console has a conversation. */
    record Had(String conversation, String epoch, long offset) {}

    /** What a console may say once it has been greeted. {@code ref} is its own, for the answer. */
    sealed interface Said extends Frame {
        String ref();
    }

    record Present(String ref, Standing.State state) implements Said {}

    record Invite(String ref, VisitorKey who, @Nullable String channel) implements Said {}

    record ListTasks(String ref) implements Said {}

    record Settle(
            String ref,
            String task,
            Task.State state,
            @Nullable String note) implements Said {}

    record Watch(String ref, int most) implements Said {}

    /** Something about one conversation. */
    sealed interface Act extends Said {
        String conversation();
    }

    record Claim(String ref, String conversation) implements Act {}

    /** {@code id} is the message's, so that it counts once. */
    record Say(String ref, String conversation, String id, String text) implements Act {}

    record Typing(String ref, String conversation) implements Act {}

    record Seen(String ref, String conversation, long offset) implements Act {}

    /** For colleagues and for next time; the visitor never sees it. */
    record Note(String ref, String conversation, String text) implements Act {}

    /** {@code to} is null when it is for whoever is best. */
    record Transfer(
            String ref,
            String conversation,
            @Nullable Target to,
            @Nullable String note) implements Act {}

    record Handoff(String ref, String conversation, String channel) implements Act {}

    record End(String ref, String conversation, boolean complaint) implements Act {}

    /** Who is to take it over: a colleague or a desk. */
    record Target(boolean isDesk, String id) {}
}
