package io.overture.engine;

import io.overture.visitor.Conversation;
import io.overture.visitor.Invitation;
import io.overture.visitor.Tab;
import java.util.List;
import java.util.Locale;

/** Something for her tabs, to be sent once the step is committed. Losing one is harmless: what matters is in her value. */
public sealed interface Effect {

    List<Tab> to();

    record Deliver(Invitation invitation, List<Tab> to) implements Effect {}

    record Withdraw(String id, Reason reason, List<Tab> to) implements Effect {}

    /** A conversation that waits for an advisor, with what she wrote so far. */
    record Waiting(Conversation conversation, List<Tab> to) implements Effect {}

    record Ended(Conversation conversation, List<Tab> to) implements Effect {}

    /** What she wrote in one tab, for the others. */
    record Echo(String conversation, Conversation.Message message, List<Tab> to) implements Effect {}

    /** Why an invitation is taken back. */
    enum Reason {
        EXPIRED,
        ANSWERED_ELSEWHERE,
        WITHDRAWN;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
