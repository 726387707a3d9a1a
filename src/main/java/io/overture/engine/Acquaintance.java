package io.overture.engine;

import io.overture.visitor.Due;
import io.overture.visitor.Session;
import io.overture.visitor.Visitor;
import org.jspecify.annotations.Nullable;

/**
 * Whose browser this is must be known outside of it, so that a client's id reaches all that is to be erased with her. It
 * is told again with every session: what is not heard of is dropped there when it would be forgotten here.
 */
final class Acquaintance {

    private Acquaintance() {}

    /** To be called when all that happened in this step is folded. */
    static void told(Turn turn, Visitor before) {
        var former = before.memory().clientId();
        var client = turn.visitor.memory().clientId();
        if (former != null && !former.equals(client)) {
            owe(turn, new Due.Parted(id("parted", turn, former), former, client != null, turn.now));
        }
        if (client != null && (!client.equals(former) || isAnother(turn.visitor.session(), before.session()))) {
            owe(turn, new Due.Recognised(id("recognised", turn, client), client, turn.now));
        }
    }

    private static boolean isAnother(@Nullable Session session, @Nullable Session former) {
        return session != null
                && (former == null
                        || !session.id().equals(former.id())
                        || !session.activity().began().equals(former.activity().began()));
    }

    private static String id(String word, Turn turn, String client) {
        return "%s:%s:%d".formatted(word, client, turn.now.toEpochMilli());
    }

    private static void owe(Turn turn, Due due) {
        turn.visitor = turn.visitor.owing(due);
    }
}
