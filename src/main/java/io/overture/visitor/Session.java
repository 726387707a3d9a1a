package io.overture.visitor;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Part of a visitor: what she does until she falls silent for half an hour or comes with another session.
 *
 * @param id digest of the identifier her browser made
 * @param personal whether she may be known (personalization consent)
 * @param tally invitations made in it
 * @param moments triggers that hold, by id
 * @param passport what another region says of the visitor; it goes with the session
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
        Map<String, Held> moments,
        @Nullable Passport passport) {

    public static final String DEFAULT_LANGUAGE = "en";

    /** Invitations offered, and how many of them were shown; a holdout and a conversation count as shown. */
    public record Tally(int offered, int shown) {
        static final Tally NONE = new Tally(0, 0);
    }

    public Session {
        moments = SmallMap.copyOf(moments);
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
                Map.of(),
                null);
    }

    /** The language to address her in, BCP 47: her browser's, else the one the house knows her by, here or at home. */
    public String language() {
        if (context.language() != null) {
            return context.language();
        }
        var known = client == null ? null : client.language();
        var atHome = passport == null ? null : passport.language();
        return known != null ? known : atHome != null ? atHome : DEFAULT_LANGUAGE;
    }

    /**
     * What the visitor is to the house, for whatever asks for a tier: the client of a token, or else a client of whom a
     * passport tells tier and language and who has no id here; null: unknown.
     */
    public @Nullable Client standing() {
        return client != null || passport == null || passport.tier() == null
                ? client
                : Client.elsewhere(passport.tier(), passport.language());
    }

    /** The limits of another region that hold here too. */
    public Passport.InForce inForceElsewhere() {
        return passport == null ? Passport.InForce.NONE : passport.inForce();
    }

    /** What a page of this session called the item; null when none did. */
    public @Nullable String nameOf(@Nullable String item) {
        return Stream.concat(
                        attention.interests().stream().map(Interest::item),
                        cart.lines().stream().map(Line::item))
                .filter(each -> each.id().equals(item) && each.name() != null)
                .map(Item::name)
                .findFirst()
                .orElse(null);
    }

    public Session withMoments(Map<String, Held> next) {
        return next.equals(moments) ? this : with(it -> it.moments = next);
    }

    /** One more invitation offered. */
    public Session offeredOne() {
        return with(it -> it.tally = new Tally(tally.offered() + 1, tally.shown()));
    }

    /** One more invitation shown. */
    public Session shownOne() {
        return with(it -> it.tally = new Tally(tally.offered(), tally.shown() + 1));
    }

    /** She gave a sign of life that is no event of hers. */
    public Session heard(Instant now) {
        return with(it -> it.activity = activity.heard(now));
    }

    /** With a passport honoured. */
    public Session honouring(Passport honoured) {
        var next = honoured.after(passport);
        return next.equals(passport) ? this : with(it -> it.passport = next);
    }

    /** Another client's, at the same browser: nothing is inherited but what keeps the house silent. */
    Session forAnother(Instant now) {
        var kept = passport == null ? null : passport.impersonal();
        return opened(id, now).with(it -> it.passport = kept);
    }

    /** With nobody known any more. */
    Session signedOut() {
        var kept = passport == null ? null : passport.impersonal();
        return with(it -> {
            it.client = null;
            it.passport = kept;
        });
    }

    /** Who she is said to be, and where she comes from; what is not said stays. */
    Session standing(boolean mayBeKnown, @Nullable Client named, @Nullable Context said) {
        var kept = passport == null || mayBeKnown ? passport : passport.impersonal();
        var next = with(it -> {
            it.context = said == null ? context : said;
            it.personal = mayBeKnown;
            it.client = mayBeKnown ? (named == null ? client : named) : null;
            it.passport = kept;
        });
        return next.equals(this) ? this : next;
    }

    /** The same with an event folded in. */
    Session plus(Event event, String source, Instant now) {
        return with(it -> {
            it.activity = activity.plus(event, now);
            it.occurrences = occurrences.plus(event);
            it.fold(event.meaning(), source, event.at());
        });
    }

    Session with(Attention next) {
        return next == attention ? this : with(it -> it.attention = next);
    }

    Session with(Occurrences next) {
        return next == occurrences ? this : with(it -> it.occurrences = next);
    }

    Session with(Cart next) {
        return next == cart ? this : with(it -> it.cart = next);
    }

    Session with(Context next) {
        return next == context ? this : with(it -> it.context = next);
    }

    private Session with(Consumer<Next> change) {
        var next = new Next(this);
        change.accept(next);
        return next.done();
    }

    /** The next session in the making: this one, but for what is set. */
    private static final class Next {
        private final String id;
        private Activity activity;
        private Attention attention;
        private Cart cart;
        private Checkout checkout;
        private Searches searches;
        private Occurrences occurrences;
        private Context context;
        private boolean personal;
        private @Nullable Client client;
        private Tally tally;
        private Map<String, Held> moments;
        private @Nullable Passport passport;

        Next(Session session) {
            id = session.id;
            activity = session.activity;
            attention = session.attention;
            cart = session.cart;
            checkout = session.checkout;
            searches = session.searches;
            occurrences = session.occurrences;
            context = session.context;
            personal = session.personal;
            client = session.client;
            tally = session.tally;
            moments = session.moments;
            passport = session.passport;
        }

        void fold(Meaning meaning, String source, Instant at) {
            switch (meaning) {
                case Meaning.Viewed viewed -> {
                    for (var item : viewed.items()) {
                        attention = attention.viewed(source, item, at);
                    }
                }
                case Meaning.Looked look -> attention = attention.looked(source, look, at);
                case Meaning.Engaged time -> attention = attention.engaged(source, time, at);
                case Meaning.AddedToCart added -> cart = cart.changed(known(added.lines()), true, at);
                case Meaning.RemovedFromCart removed -> cart = cart.changed(known(removed.lines()), false, at);
                case Meaning.CartShown shownCart -> {
                    if (shownCart.lines().isPresent()) {
                        cart = cart.replaced(known(shownCart.lines().get()), at);
                    }
                    if (shownCart.step().isPresent()) {
                        checkout = checkout.reached(shownCart.step().get(), at);
                    }
                }
                case Meaning.Purchased purchase -> {
                    cart = cart.replaced(List.of(), at);
                    checkout = checkout.purchased(at);
                }
                case Meaning.Searched search -> searches = searches.plus(search.results(), at);
                case Meaning.Wished wish -> {}
                case Meaning.Refunded refund -> {}
                case Meaning.Other other -> {}
            }
        }

        /** Of the items that she viewed, where they are the same. */
        private List<Line> known(List<Line> lines) {
            return lines.stream().map(line -> line.sharing(attention)).toList();
        }

        Session done() {
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
                    tally,
                    moments,
                    passport);
        }
    }
}
