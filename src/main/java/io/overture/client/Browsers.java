package io.overture.client;

import io.overture.redis.Lanes;
import io.overture.redis.Script;
import io.overture.visitor.VisitorKey;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The browsers a client was recognised at, for the day she is erased and for nothing else. A browser that does not wish to
 * know her any more is taken off; one that is not heard of goes when its own memory would. Whether it still is hers, its
 * value alone says.
 */
public final class Browsers {

    /** Of one client; those she was recognised at longest ago go first. */
    static final int MOST = 1_000;

    /** How long a word from before a browser was taken off is kept out. */
    private static final Duration MARK = Duration.ofMinutes(10);

    private static final Script BROWSERS = Script.named("client-browsers");

    /** @param since when she was recognised there last */
    public record Browser(VisitorKey visitor, Instant since) {}

    private final Lanes lanes;
    private final Duration lifetime;

    /** @param lifetime of an entry that is not heard of again: no shorter than a visitor's memory and a session */
    public Browsers(Lanes lanes, Duration lifetime) {
        this.lanes = lanes;
        this.lifetime = lifetime;
    }

    /** She is at this browser. Whether she was erased afterwards: then it is to be erased, too, and is not noted. */
    public Uni<Boolean> recognised(String client, VisitorKey at, Instant when) {
        return run("hers", client, at, when, lifetime.toMillis(), MOST)
                .map(answer -> answer != null && answer.toString().equals("1"));
    }

    /** This browser is hers no longer, unless a newer word says that it is. */
    public Uni<Void> parted(String client, VisitorKey from, Instant when) {
        return run("parted", client, from, when, MARK.toMillis()).replaceWithVoid();
    }

    public Uni<List<Browser>> of(String client) {
        return lanes.run(BROWSERS, List.of(key(client)), "all").map(Browsers::browsers);
    }

    private Uni<@Nullable Response> run(String verb, String client, VisitorKey browser, Instant when, Object... more) {
        var args = new ArrayList<Object>(List.of(verb, browser.member(), when.toEpochMilli()));
        args.addAll(List.of(more));
        var keys = List.of(
                key(client), RedisClients.key(client) + ":parted:" + browser.member(), RedisClients.erasedKey(client));
        return lanes.run(BROWSERS, keys, args.toArray());
    }

    private static List<Browser> browsers(@Nullable Response answer) {
        var all = new ArrayList<Browser>();
        if (answer != null) {
            for (int i = 0; i + 1 < answer.size(); i += 2) {
                var member = answer.get(i).toString();
                var since = Long.parseLong(answer.get(i + 1).toString());
                all.add(new Browser(VisitorKey.ofMember(member), Instant.ofEpochMilli(since)));
            }
        }
        return List.copyOf(all);
    }

    private static String key(String client) {
        return RedisClients.key(client) + ":browsers";
    }
}
