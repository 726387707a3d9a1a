package io.overture.dossier;

import io.overture.trigger.Book;
import io.overture.visitor.Client;
import org.jspecify.annotations.Nullable;

/**
 * All an advisor sees before she is accepted: the piece, the reason in words, the tier and the language. There is no way
 * to put more into it.
 */
public record Glimpse(@Nullable String item, String reason, String tier, String language) {

    /** @param trigger null when she asked by herself */
    public static Glimpse of(
            @Nullable String item, @Nullable String trigger, @Nullable Client client, String language, Book book) {
        return new Glimpse(item, trigger == null ? "" : Matter.describe(book, trigger), Book.tier(client), language);
    }
}
