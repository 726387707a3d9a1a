package io.overture.store;

import io.overture.visitor.Activity;
import io.overture.visitor.Checkout;
import io.overture.visitor.CheckoutStep;
import io.overture.visitor.Client;
import io.overture.visitor.Context;
import io.overture.visitor.Held;
import io.overture.visitor.Occurrences;
import io.overture.visitor.Searches;
import io.overture.visitor.Session;
import io.overture.visitor.Verdict;
import java.io.IOException;

/** The session she is in. */
final class StoredSession {

    private StoredSession() {}

    static void write(Out out, Session session) throws IOException {
        out.open(12);
        out.text(session.id());
        activity(out, session.activity());
        StoredAttention.write(out, session.attention());
        StoredCart.write(out, session.cart());
        checkout(out, session.checkout());
        out.map(session.searches().byResults(), (o, results) -> o.number(results), StoredMemory::recent);
        out.map(session.occurrences().byName(), Out::text, (o, times) -> o.list(times, StoredSession::occurrence));
        context(out, session.context());
        out.flag(session.personal());
        out.maybe(session.client(), StoredSession::client);
        tally(out, session.tally());
        out.map(session.moments(), Out::text, StoredSession::held);
        out.close();
    }

    static Session read(In in) throws IOException {
        in.open();
        var session = new Session(
                in.next(In::text),
                in.next(StoredSession::activity),
                in.next(StoredAttention::read),
                in.next(StoredCart::read),
                in.next(StoredSession::checkout),
                new Searches(in.map(In::count, StoredMemory::recent)),
                new Occurrences(in.map(In::text, i -> i.listHere(StoredSession::occurrence))),
                in.next(StoredSession::context),
                in.next(In::flag),
                in.maybe(StoredSession::client),
                in.next(StoredSession::tally),
                in.map(In::text, StoredSession::held));
        in.close();
        return session;
    }

    private static void activity(Out out, Activity activity) throws IOException {
        out.open(5);
        out.instant(activity.opened());
        out.instant(activity.first());
        out.instant(activity.last());
        out.instant(activity.active());
        out.instant(activity.heard());
        out.close();
    }

    private static Activity activity(In in) throws IOException {
        in.open();
        var activity = new Activity(
                in.next(In::instant),
                in.maybe(In::instant),
                in.maybe(In::instant),
                in.maybe(In::instant),
                in.next(In::instant));
        in.close();
        return activity;
    }

    private static void checkout(Out out, Checkout checkout) throws IOException {
        out.open(2);
        out.map(checkout.steps(), Out::word, Out::instant);
        out.instant(checkout.purchased());
        out.close();
    }

    private static Checkout checkout(In in) throws IOException {
        in.open();
        var checkout = new Checkout(in.map(In.word(CheckoutStep.class), In::instant), in.maybe(In::instant));
        in.close();
        return checkout;
    }

    private static void occurrence(Out out, Occurrences.Occurrence occurrence) throws IOException {
        out.open(2);
        out.instant(occurrence.at());
        out.map(occurrence.params(), Out::text, Out::text);
        out.close();
    }

    private static Occurrences.Occurrence occurrence(In in) throws IOException {
        in.open();
        var occurrence = new Occurrences.Occurrence(in.next(In::instant), in.map(In::text, In::text));
        in.close();
        return occurrence;
    }

    private static void context(Out out, Context context) throws IOException {
        var campaign = context.campaign();
        out.open(7);
        out.text(context.language());
        out.text(context.timeZone());
        out.text(context.country());
        out.text(context.market());
        out.text(context.device());
        out.text(context.referrer());
        out.maybe(campaign, StoredSession::campaign);
        out.close();
    }

    private static Context context(In in) throws IOException {
        in.open();
        var context = new Context(
                in.maybe(In::text),
                in.maybe(In::text),
                in.maybe(In::text),
                in.maybe(In::text),
                in.maybe(In::text),
                in.maybe(In::text),
                in.maybe(StoredSession::campaign));
        in.close();
        return context;
    }

    private static void campaign(Out out, Context.Campaign campaign) throws IOException {
        out.open(3);
        out.text(campaign.source());
        out.text(campaign.medium());
        out.text(campaign.name());
        out.close();
    }

    private static Context.Campaign campaign(In in) throws IOException {
        in.open();
        var campaign = new Context.Campaign(in.maybe(In::text), in.maybe(In::text), in.maybe(In::text));
        in.close();
        return campaign;
    }

    private static void client(Out out, Client client) throws IOException {
        out.open(4);
        out.text(client.id());
        out.text(client.tier());
        out.list(client.favouriteCategories(), Out::text);
        out.text(client.language());
        out.close();
    }

    private static Client client(In in) throws IOException {
        in.open();
        var client = new Client(in.next(In::text), in.maybe(In::text), in.list(In::text), in.maybe(In::text));
        in.close();
        return client;
    }

    private static void tally(Out out, Session.Tally tally) throws IOException {
        out.open(2);
        out.number(tally.offered());
        out.number(tally.shown());
        out.close();
    }

    private static Session.Tally tally(In in) throws IOException {
        in.open();
        var tally = new Session.Tally(in.next(In::count), in.next(In::count));
        in.close();
        return tally;
    }

    private static void held(Out out, Held held) throws IOException {
        out.open(3);
        out.instant(held.since());
        out.instant(held.until());
        boolean isNews = held.verdict() == Verdict.SPENT && !out.knows(Codec.SPENT_MOMENTS);
        out.word(isNews ? Verdict.LIMITS : held.verdict());
        out.close();
    }

    private static Held held(In in) throws IOException {
        in.open();
        var held = new Held(in.next(In::instant), in.maybe(In::instant), in.next(In.word(Verdict.class)));
        in.close();
        return held;
    }
}
