package io.overture.client;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.overture.site.Identity;
import io.overture.site.Site;
import io.overture.site.Sites;
import io.overture.visitor.Client;
import io.overture.visitor.Handle;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Who a visitor is, as her shop's backend signs it. A wrong token is ignored and counted by its cause, never an error,
 * and nothing here waits: until a site's keys are fetched its visitors go on unknown.
 */
@Startup
@ApplicationScoped
public class Tokens {

    private static final String COUNTER = "overture.client.tokens";
    private static final String KEYS = "overture.client.keys";
    private static final String FETCHED = "fetched";
    private static final String FAILED = "failed";
    private static final String ACCEPTED = "accepted";
    private static final int MOST_REMEMBERED = 20_000;

    /** A withdrawn key keeps its tokens alive for so long at most. */
    private static final Duration REMEMBERED = Duration.ofMinutes(10);

    private final Map<String, Keys> keysBySite;
    private final InstantSource clock;
    private final MeterRegistry meters;
    private final Cache<String, Claims.Identified> recent = Caffeine.newBuilder()
            .maximumSize(MOST_REMEMBERED)
            .expireAfterWrite(REMEMBERED)
            .build();

    @Inject
    Tokens(Sites sites, MeterRegistry meters) {
        this(
                sites.all().stream()
                        .filter(site -> site.identity().isPresent())
                        .collect(Collectors.toMap(
                                Site::key,
                                site -> keys(site.key(), site.identity().get(), meters))),
                meters,
                InstantSource.system());
    }

    Tokens(Map<String, Keys> keysBySite, MeterRegistry meters, InstantSource clock) {
        this.keysBySite = Map.copyOf(keysBySite);
        this.meters = meters;
        this.clock = clock;
        keyFetches(meters, FETCHED);
        keyFetches(meters, FAILED);
        counter(ACCEPTED);
        for (var fault : Fault.values()) {
            counter(fault.word());
        }
    }

    /** The client a token names, if it is right; cheap enough for an event loop. */
    public Optional<Client> verify(Site site, String token) {
        try {
            var client = identified(site, token).client();
            counter(ACCEPTED).increment();
            return Optional.of(client);
        } catch (WrongToken wrong) {
            counter(wrong.fault().word()).increment();
            return Optional.empty();
        }
    }

    /** Only what is right is remembered: a wrong token may be right later, when its key arrives or its time comes. */
    private Claims.Identified identified(Site site, String token) throws WrongToken {
        var keys = keysBySite.get(site.key());
        if (keys == null) {
            throw new WrongToken(Fault.NO_IDENTITY);
        }
        var now = clock.instant();
        var digest = site.key() + ":" + Handle.digest(token);
        var known = recent.getIfPresent(digest);
        if (known != null && now.isBefore(known.until())) {
            return known;
        }
        var identified = Claims.check(Signature.payload(token, keys), site.key(), now);
        recent.put(digest, identified);
        return identified;
    }

    private static Keys keys(String site, Identity identity, MeterRegistry meters) {
        var fetched = keyFetches(meters, FETCHED);
        var failed = keyFetches(meters, FAILED);
        return switch (identity) {
            case Identity.Secret shared -> new SecretKey(shared.secret());
            case Identity.KeySet published ->
                PublishedKeys.ofSite(site, published, isDone -> (isDone ? fetched : failed).increment());
        };
    }

    private static Counter keyFetches(MeterRegistry meters, String result) {
        return Counter.builder(KEYS)
                .description("Attempts to fetch the keys that sites publish for their clients' tokens")
                .tag("result", result)
                .register(meters);
    }

    private Counter counter(String result) {
        return Counter.builder(COUNTER)
                .description("Client tokens looked at, by what became of them")
                .tag("result", result)
                .register(meters);
    }
}
