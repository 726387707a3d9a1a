package io.overture.visitor;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Part of a visitor: what she does until she falls silent for half an hour or comes with another session.
 *
 * @param id digest of the identifier her browser made
 * @param personal whether she may be known (personalization consent)
 * @param tally invitations made in it
 * @param moments triggers that hold, by id
 */
public record Session(
        String id,
        Activity activity,
        Attention attention,
        Cart cart,
        Checkout checkout,
        Searches searches,
        Occurrences occurrences,
        Context context,
        boolean personal,
        @Nullable Client client,
        Tally tally,
        Map<String, Held> moments) {

    public static final String DEFAULT_LANGUAGE = "en";

    /** Invitations offered, and how many of them were shown; a holdout counts as shown. */
    public record Tally(int offered, int shown) {
        static final Tally NONE = new Tally(0, 0);
    }

    public Session {
        moments = Map.copyOf(moments);
    }

    static Session opened(String id, Instant now) {
        return new Session(
                id,
                Activity.opened(now),
                Attention.NONE,
                Cart.EMPTY,
                Checkout.NONE,
                Searches.NONE,
                Occurrences.NONE,
                Context.UNKNOWN,
                false,
                null,
                Tally.NONE,
                Map.of());
    }

    /** The language to address her in, BCP 47: her browser's, else the one the house knows her by. */
    public String language() {
        if (context.language() != null) {
            return context.language();
        }
        return client != null && client.language() != null ? client.language() : DEFAULT_LANGUAGE;
    }

    public Session withMoments(Map<String, Held> next) {
        return next.equals(moments)
                ? this
                : new Session(
                        id,
                        activity,
                        attention,
                        cart,
                        checkout,
                        searches,
                        occurrences,
                        context,
                        personal,
                        client,
                        tally,
                        next);
    }

    /** One more invitation offered. */
    public Session offeredOne() {
        return new Session(
                id,
                activity,
                attention,
                cart,
                checkout,
                searches,
                occurrences,
                context,
                personal,
                client,
                new Tally(tally.offered() + 1, tally.shown()),
                moments);
    }

    /** One more invitation shown. */
    public Session shownOne() {
        return new Session(
                id,
                activity,
                attention,
                cart,
                checkout,
                searches,
                occurrences,
                context,
                personal,
                client,
                new Tally(tally.offered(), tally.shown() + 1),
                moments);
    }

    /** She gave a sign of life that is no event of hers. */
    public Session heard(Instant now) {
        return new Session(
                id,
                activity.heard(now),
                attention,
                cart,
                checkout,
                searches,
                occurrences,
                context,
                personal,
                client,
                tally,
                moments);
    }

    /** Who she is said to be, and where she comes from; what is not said stays. */
    Session standing(boolean mayBeKnown, @Nullable Client named, @Nullable Context said) {
        var known = mayBeKnown ? (named == null ? client : named) : null;
        var next = new Session(
                id,
                activity,
                attention,
                cart,
                checkout,
                searches,
                occurrences,
                said == null ? context : said,
                mayBeKnown,
                known,
                tally,
                moments);
        return next.equals(this) ? this : next;
    }

    /** The same with an event folded in. */
    Session plus(Event event, String source, Instant now) {
        var at = event.at();
        var looking = attention;
        var bag = cart;
        var till = checkout;
        var searched = searches;
        switch (event.meaning()) {
            case Meaning.Viewed viewed -> {
                for (var item : viewed.items()) {
                    looking = looking.viewed(source, item, at);
                }
            }
            case Meaning.Looked look -> looking = looking.looked(source, look, at);
            case Meaning.Engaged time -> looking = looking.engaged(source, time, at);
            case Meaning.AddedToCart added -> bag = bag.changed(added.lines(), true, at);
            case Meaning.RemovedFromCart removed -> bag = bag.changed(removed.lines(), false, at);
            case Meaning.CartShown shownCart -> {
                if (shownCart.lines().isPresent()) {
                    bag = bag.replaced(shownCart.lines().get(), at);
                }
                if (shownCart.step().isPresent()) {
                    till = till.reached(shownCart.step().get(), at);
                }
            }
            case Meaning.Purchased purchase -> {
                bag = bag.replaced(List.of(), at);
                till = till.purchased(at);
            }
            case Meaning.Searched search -> searched = searched.plus(search.results(), at);
            case Meaning.Wished wish -> {}
            case Meaning.Other other -> {}
        }
        return new Session(
                id,
                activity.plus(event, now),
                looking,
                bag,
                till,
                searched,
                occurrences.plus(event),
                context,
                personal,
                client,
                tally,
                moments);
    }
}
