package io.overture.client;

import static io.overture.store.Stores.get;

import io.overture.redis.Lanes;
import io.overture.release.Act;
import io.overture.visitor.VisitorKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** What the house knows of a client, and the browsers it knows of, in Redis. */
public final class ClientActs {

    private static final Instant AT = Instant.ofEpochMilli(1_764_000_000_000L);
    private static final Duration LIFETIME = Duration.ofDays(30);
    private static final String SHE = "c-1001";
    private static final VisitorKey BROWSER = VisitorKey.of("demo", "v".repeat(22));

    private ClientActs() {}

    public static List<Act> all() {
        return List.of(
                Act.of(
                        "her record is put",
                        lanes ->
                                done(get(clients(lanes, "1").put(SHE, new Clients.Expected.Anything(), had -> one())))),
                Act.of("her record is read", lanes -> get(clients(lanes, "2").find(SHE))),
                Act.of(
                        "a note is added",
                        lanes -> done(get(
                                clients(lanes, "3").addNote(SHE, new History.Note("n-2", AT, "kenji", "Likes blue"))))),
                Act.of(
                        "her record with the note",
                        lanes -> get(clients(lanes, "4").find(SHE))),
                Act.of(
                        "she is recognised at a browser",
                        lanes -> get(browsers(lanes).recognised(SHE, BROWSER, AT))),
                Act.of("where she is recognised", lanes -> get(browsers(lanes).of(SHE))),
                Act.of(
                        "she parts with it",
                        lanes -> done(get(browsers(lanes).parted(SHE, BROWSER, AT.plusSeconds(5))))),
                Act.of("she is recognised nowhere", lanes -> get(browsers(lanes).of(SHE))),
                Act.of(
                        "she is erased",
                        lanes -> done(get(clients(lanes, "5").delete(SHE, new Clients.Expected.Anything())))),
                Act.of(
                        "nothing is known of her",
                        lanes -> get(clients(lanes, "6").find(SHE))),
                Act.of(
                        "a late word on a browser says that it is to be erased",
                        lanes -> get(browsers(lanes).recognised(SHE, BROWSER, AT))));
    }

    private static Object done(@Nullable Object whatever) {
        return "done";
    }

    /** Of whatever there may be several, one: their order is the platform's own. */
    private static ClientRecord one() {
        var whole = Records.whole(SHE);
        var profile = whole.profile();
        return new ClientRecord(
                SHE,
                new Profile(
                        profile.name(),
                        profile.salutation(),
                        profile.tier(),
                        profile.language(),
                        Map.of("ring", "52"),
                        profile.favourites(),
                        profile.dates(),
                        profile.preferredChannel(),
                        profile.advisor(),
                        profile.contacts(),
                        profile.quietUntil()),
                whole.history());
    }

    private static Clients clients(Lanes lanes, String begin) {
        var next = new AtomicInteger();
        return new RedisClients(lanes, LIFETIME, () -> "v" + begin + "." + next.incrementAndGet(), List.of());
    }

    private static Browsers browsers(Lanes lanes) {
        return new Browsers(lanes, LIFETIME);
    }
}
