package io.overture.engine;

import io.overture.visitor.Conversation;
import io.overture.visitor.Invitation;
import io.overture.visitor.Message;
import io.overture.visitor.Tab;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Something to be sent once the step is committed. Losing one is harmless: what matters is in her value. */
public sealed interface Effect {

    /** For her tabs. */
    sealed interface ForHer extends Effect {
        List<Tab> to();
    }

    record Deliver(Invitation invitation, List<Tab> to) implements ForHer {}

    record Withdraw(String id, Reason reason, List<Tab> to) implements ForHer {}

    /** How a conversation stands; with what was said so far when it is {@code retold}. */
    record Stands(Conversation conversation, boolean retold, List<Tab> to) implements ForHer {}

    /** She asked for a call back or an appointment, and the house has it. */
    record Noted(String id, String channel, String language, List<Tab> to) implements ForHer {}

    /** She asked for something the house cannot promise now. */
    record NoRoom(String id, String channel, String language, List<Tab> to) implements ForHer {}

    /** Something said in a conversation. */
    record Said(String conversation, Message message, List<Tab> to) implements ForHer {}

    /** An advisor is writing. */
    record Wording(String conversation, List<Tab> to) implements ForHer {}

    /** An advisor has seen what she wrote. */
    record Read(String conversation, long offset, List<Tab> to) implements ForHer {}

    /** Consent was withdrawn: nothing of what these tabs send is kept. */
    record ConsentDenied(Instant at, List<Tab> to) implements ForHer {}

    /** For the advisor who has a conversation of hers. */
    sealed interface ForAdvisor extends Effect {
        String conversation();

        String advisor();
    }

    /** She is writing. */
    record Typing(String conversation, String advisor) implements ForAdvisor {}

    /** She has seen what the advisor wrote. */
    record Seen(String conversation, String advisor, long offset) implements ForAdvisor {}

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
