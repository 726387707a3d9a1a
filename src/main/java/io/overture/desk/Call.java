package io.overture.desk;

import io.overture.visitor.Request;
import io.overture.visitor.VisitorKey;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as the desk knows it: whom it is with, and who was called for it last. Who has it, her value alone says.
 *
 * @param turn how often advisors were called anew for it, from 0
 * @param round how often it has rung in this turn, from 0
 * @param client the house's id for her; null when she is not known
 * @param tier the book's word for who she is
 * @param since when this wait began
 * @param to the advisor or the desk it is handed over to
 * @param from the advisor who hands it over, or did not answer
 * @param note what {@code from} said last to colleagues
 * @param rung advisors it rings at now
 */
public record Call(
        VisitorKey about,
        String conversation,
        int turn,
        int round,
        Request request,
        @Nullable String client,
        String tier,
        Instant since,
        @Nullable String to,
        @Nullable String from,
        @Nullable String note,
        Set<String> rung) {

    public Call {
        rung = Set.copyOf(rung);
    }

    Call withoutNote() {
        return new Call(about, conversation, turn, round, request, client, tier, since, to, from, null, rung);
    }
}
