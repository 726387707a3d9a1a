package io.overture.client;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the house says of a client.
 *
 * @param tier such as {@code vic}
 * @param language BCP 47
 * @param sizes by what they are of, such as {@code ring: 52}
 * @param dates that matter to her
 * @param preferredChannel how she likes to be spoken to, such as {@code call}
 * @param advisor her own, who is asked first
 * @param quietUntil before which nobody approaches her
 */
public record Profile(
        @Nullable String name,
        @Nullable String salutation,
        @Nullable String tier,
        @Nullable String language,
        Map<String, String> sizes,
        Favourites favourites,
        List<Occasion> dates,
        @Nullable String preferredChannel,
        @Nullable String advisor,
        Contacts contacts,
        @Nullable Instant quietUntil) {

    public static final int MOST_SIZES = 32;
    public static final int MOST_FAVOURITES = 64;
    public static final int MOST_DATES = 32;

    public static final Profile NONE =
            new Profile(null, null, null, null, Map.of(), Favourites.NONE, List.of(), null, null, Contacts.NONE, null);

    /** Category paths and items she is fond of. */
    public record Favourites(List<String> categories, List<String> items) {
        public static final Favourites NONE = new Favourites(List.of(), List.of());

        public Favourites {
            categories = List.copyOf(categories);
            items = List.copyOf(items);
        }
    }

    /** A date that matters to her: {@code on} is {@code 2027-06-14}, or {@code --06-14} for every year. */
    public record Occasion(String what, String on) {}

    /** How she can be reached outside the storefront. */
    public record Contacts(@Nullable String email, @Nullable String phone) {
        public static final Contacts NONE = new Contacts(null, null);
    }

    public Profile {
        sizes = Map.copyOf(sizes);
        dates = List.copyOf(dates);
    }
}
