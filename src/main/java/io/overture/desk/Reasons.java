package io.overture.desk;

import io.overture.trigger.Book;
import io.overture.visitor.Client;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Why a visitor matters, in the words of the book in force. */
final class Reasons {

    private final Supplier<Book> book;

    Reasons(Supplier<Book> book) {
        this.book = book;
    }

    /** The trigger's description, or else its name; null when she came by herself. */
    @Nullable
    String of(@Nullable String trigger) {
        return trigger == null
                ? null
                : book.get().triggers().stream()
                        .filter(each -> each.id().equals(trigger))
                        .findFirst()
                        .map(each -> each.describe() == null ? trigger : each.describe())
                        .orElse(trigger);
    }

    /** The book's word for who she is. */
    String relationship(@Nullable String client, @Nullable String tier) {
        return book.get().relationship(whom(client, tier));
    }

    /** What the book multiplies weights by for who she is; zero for a stranger. */
    BigDecimal standing(@Nullable String client, @Nullable String tier) {
        var whom = whom(client, tier);
        return whom == null ? BigDecimal.ZERO : book.get().multiplier(whom);
    }

    /** Whoever has a tier without an id came with a passport of another region. */
    private static @Nullable Client whom(@Nullable String client, @Nullable String tier) {
        return client == null && tier == null ? null : new Client(client == null ? "" : client, tier, List.of(), null);
    }
}
