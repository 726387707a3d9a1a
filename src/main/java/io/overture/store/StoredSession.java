package io.overture.store;

import static io.overture.store.Kinds.COUNT;
import static io.overture.store.Kinds.INSTANT;
import static io.overture.store.Kinds.SHARED_TEXT;
import static io.overture.store.Kinds.TEXT;
import static io.overture.store.Kinds.list;
import static io.overture.store.Kinds.map;
import static io.overture.store.StoredMemory.RECENT;

import io.overture.visitor.Activity;
import io.overture.visitor.Checkout;
import io.overture.visitor.CheckoutStep;
import io.overture.visitor.Client;
import io.overture.visitor.Context;
import io.overture.visitor.Context.Campaign;
import io.overture.visitor.Held;
import io.overture.visitor.Occurrences;
import io.overture.visitor.Occurrences.Occurrence;
import io.overture.visitor.Searches;
import io.overture.visitor.Session;
import java.time.Instant;
import java.util.Map;

/** The session she is in. */
final class StoredSession {

    private static final Shape<Activity> ACTIVITY = row -> {
        row.open(5);
        var opened = row.instant(Activity::opened);
        var first = row.maybeInstant(Activity::first);
        var last = row.maybeInstant(Activity::last);
        var active = row.maybeInstant(Activity::active);
        var heard = row.instant(Activity::heard);
        return row.isWritten() ? row.written() : new Activity(opened, first, last, active, heard);
    };

    private static final Kind<Map<CheckoutStep, Instant>> STEPS = map(StoredWords.CHECKOUT_STEP, INSTANT);

    private static final Shape<Checkout> CHECKOUT = row -> {
        row.open(2);
        var steps = row.field(Checkout::steps, STEPS);
        var purchased = row.maybeInstant(Checkout::purchased);
        return row.isWritten() ? row.written() : new Checkout(steps, purchased);
    };

    private static final Kind<Map<String, String>> PARAMS = map(TEXT, TEXT);

    private static final Shape<Occurrence> OCCURRENCE = row -> {
        row.open(2);
        var at = row.instant(Occurrence::at);
        var params = row.field(Occurrence::params, PARAMS);
        return row.isWritten() ? row.written() : new Occurrence(at, params);
    };

    private static final Shape<Campaign> CAMPAIGN = row -> {
        row.open(3);
        var source = row.maybeText(Campaign::source);
        var medium = row.maybeText(Campaign::medium);
        var name = row.maybeText(Campaign::name);
        return row.isWritten() ? row.written() : new Campaign(source, medium, name);
    };

    private static final Shape<Context> CONTEXT = row -> {
        row.open(7);
        var language = row.maybeText(Context::language);
        var timeZone = row.maybeText(Context::timeZone);
        var country = row.maybeText(Context::country);
        var market = row.maybeText(Context::market);
        var device = row.maybeText(Context::device);
        var referrer = row.maybeText(Context::referrer);
        var campaign = row.maybe(Context::campaign, CAMPAIGN);
        return row.isWritten()
                ? row.written()
                : new Context(language, timeZone, country, market, device, referrer, campaign);
    };

    private static final Shape<Client> CLIENT = row -> {
        row.open(4);
        var id = row.text(Client::id);
        var tier = row.maybeText(Client::tier);
        var favouriteCategories = row.field(Client::favouriteCategories, Kinds.TEXTS);
        var language = row.maybeText(Client::language);
        return row.isWritten() ? row.written() : new Client(id, tier, favouriteCategories, language);
    };

    private static final Shape<Session.Tally> TALLY = row -> {
        row.open(2);
        var offered = row.count(Session.Tally::offered);
        var shown = row.count(Session.Tally::shown);
        return row.isWritten() ? row.written() : new Session.Tally(offered, shown);
    };

    private static final Shape<Held> HELD = row -> {
        row.open(3);
        var since = row.instant(Held::since);
        var until = row.maybeInstant(Held::until);
        var verdict = row.field(Held::verdict, StoredWords.VERDICT);
        return row.isWritten() ? row.written() : new Held(since, until, verdict);
    };

    private static final Kind<Searches> SEARCHES = map(COUNT, RECENT).as(Searches::new, Searches::byResults);

    private static final Kind<Occurrences> OCCURRENCES =
            map(SHARED_TEXT, list(OCCURRENCE)).as(Occurrences::new, Occurrences::byName);

    private static final Kind<Map<String, Held>> MOMENTS = map(TEXT, HELD);

    static final Shape<Session> SESSION = row -> {
        row.open(row.since(3) ? 13 : 12);
        var id = row.text(Session::id);
        var activity = row.field(Session::activity, ACTIVITY);
        var attention = row.field(Session::attention, StoredAttention.ATTENTION);
        var cart = row.field(Session::cart, StoredCart.CART);
        var checkout = row.field(Session::checkout, CHECKOUT);
        var searches = row.field(Session::searches, SEARCHES);
        var occurrences = row.field(Session::occurrences, OCCURRENCES);
        var context = row.field(Session::context, CONTEXT);
        var personal = row.flag(Session::personal);
        var client = row.maybe(Session::client, CLIENT);
        var tally = row.field(Session::tally, TALLY);
        var moments = row.field(Session::moments, MOMENTS);
        var passport = row.since(3) ? row.maybe(Session::passport, StoredPassport.PASSPORT) : null;
        return row.isWritten()
                ? row.written()
                : new Session(
                        id,
                        activity,
                        attention,
                        cart.sharing(attention),
                        checkout,
                        searches,
                        occurrences,
                        context,
                        personal,
                        client,
                        tally,
                        moments,
                        passport);
    };

    private StoredSession() {}
}
