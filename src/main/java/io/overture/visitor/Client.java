package io.overture.visitor;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person the house knows, as a verified token of the shop says.
 *
 * @param id the house's own id for her
 * @param tier such as {@code vic}; null when the token names none
 * @param favouriteCategories category paths
 * @param language BCP 47
 */
public record Client(
        String id,
        @Nullable String tier,
        List<String> favouriteCategories,
        @Nullable String language) {

    public Client {
        language = Language.mended(language);
    }

    /** A client of another region, who has no id here. Never kept. */
    static Client elsewhere(String tier, @Nullable String language) {
        return new Client("", tier, List.of(), language);
    }
}
