package io.overture.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * What a dossier may say, who may read it, and where it comes from. {@code docs/dossier.md} is the same table with the
 * reasons. A partner sees what helps her help now; what the house knows of her life stays in the house.
 */
enum Field {
    PIECE("piece", Audience.EVERYONE, Matter::piece),
    REASON("reason", Audience.EVERYONE, Matter::reason),
    TIER("tier", Audience.EVERYONE, Person::tier),
    LANGUAGE("language", Audience.EVERYONE, Setting::language),
    PASSPORT("passport", Audience.HOUSE, Person::passport),

    PAGE("page", Audience.EVERYONE, Walk::page),
    PATH("path", Audience.HOUSE, Walk::path),
    PIECES("pieces", Audience.EVERYONE, Walk::pieces),
    CART("cart", Audience.EVERYONE, Basket::cart),
    CHECKOUT("checkout", Audience.EVERYONE, Basket::checkout),
    SEARCHES("failedSearches", Audience.EVERYONE, Walk::failedSearches),
    WISHES("wishes", Audience.HOUSE, Basket::wishes),

    CAMPAIGN("campaign", Audience.HOUSE, Setting::campaign),
    REFERRER("referrer", Audience.HOUSE, Setting::referrer),
    LOCAL_TIME("localTime", Audience.EVERYONE, Setting::localTime),
    DEVICE("device", Audience.EVERYONE, Setting::device),
    COUNTRY("country", Audience.HOUSE, Setting::country),
    VISITS("visits", Audience.HOUSE, Person::visits),

    CLIENT("client", Audience.HOUSE, Person::client),
    NAME("name", Audience.EVERYONE, Person::name),
    SALUTATION("salutation", Audience.EVERYONE, Person::salutation),
    SIZES("sizes", Audience.EVERYONE, Person::sizes),
    PREFERRED_CHANNEL("preferredChannel", Audience.EVERYONE, Person::preferredChannel),
    QUIET_UNTIL("quietUntil", Audience.EVERYONE, Person::quietUntil),
    ADVISOR("advisor", Audience.HOUSE, Person::advisor),
    FAVOURITES("favourites", Audience.HOUSE, Person::favourites),
    DATES("dates", Audience.HOUSE, Person::dates),
    CONTACTS("contacts", Audience.HOUSE, Person::contacts),

    PURCHASES("purchases", Audience.HOUSE, Past::purchases),
    NOTES("notes", Audience.HOUSE, Past::notes),
    CONVERSATIONS("conversations", Audience.HOUSE, Past::conversations),
    DEALINGS("dealings", Audience.HOUSE, Past::dealings);

    /** What a field says; null when there is nothing to say. */
    @FunctionalInterface
    interface Source {
        @Nullable
        JsonNode of(Known known);
    }

    private final String word;
    private final Audience audience;
    private final Source source;

    Field(String word, Audience audience, Source source) {
        this.word = word;
        this.audience = audience;
        this.source = source;
    }

    /** Its name in a dossier. */
    String word() {
        return word;
    }

    boolean isFor(Role role) {
        return audience.includes(role);
    }

    @Nullable
    JsonNode of(Known known) {
        return source.of(known);
    }
}
