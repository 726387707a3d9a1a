package io.overture.store;

import io.overture.redis.Lanes;
import io.overture.redis.StoreUnavailable;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** What is checked of Redis when a node starts: that there is an address, whose it is, that this release can read it, and that nothing is thrown away. */
@ApplicationScoped
class StoreStart {

    /** Before anything asks for the client, which without an address says less. */
    private static final int FIRST = 1;

    private static final int SECOND = 2;
    private static final Duration AT_ONCE = Duration.ofSeconds(3);

    private static final Logger LOG = Logger.getLogger(StoreStart.class);
    private static final Pattern POLICY = Pattern.compile("maxmemory_policy:([a-z-]+)");
    private static final String KEEPS_EVERYTHING = "noeviction";
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    void address(
            @Observes @Priority(FIRST) StartupEvent started,
            @ConfigProperty(name = "quarkus.redis.hosts") Optional<String> hosts,
            @ConfigProperty(name = "quarkus.redis.hosts-provider-name") Optional<String> provider) {
        if (LaunchMode.current() == LaunchMode.NORMAL && hosts.isEmpty() && provider.isEmpty()) {
            throw new ConfigurationException("no Redis address: set QUARKUS_REDIS_HOSTS, e.g. redis://host:6379");
        }
    }

    /**
     * Before this node takes a lease, so that one of another region, or of a release that cannot read what is there, leaves
     * nothing behind. Where Redis does not answer yet it is asked until it does, and the node goes then.
     */
    void marks(
            @Observes @Priority(SECOND) StartupEvent started,
            Lanes lanes,
            @ConfigProperty(name = "overture.region", defaultValue = "local") String region) {
        if (LaunchMode.current() != LaunchMode.NORMAL) {
            return;
        }
        var wrong = RegionMark.claim(lanes, region)
                .chain(why -> why.isPresent() ? Uni.createFrom().item(why) : LayoutMark.claim(lanes));
        // An attempt that is too slow is not given up, but waited for elsewhere.
        var first = wrong.subscribeAsCompletionStage();
        try {
            first.get(AT_ONCE.toMillis(), TimeUnit.MILLISECONDS).ifPresent(why -> {
                throw new ConfigurationException(why);
            });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while Redis was asked whose it is", e);
        } catch (ExecutionException | TimeoutException later) {
            if (later.getCause() != null && !(later.getCause() instanceof StoreUnavailable)) {
                throw new IllegalStateException("Redis could not be asked whose it is", later.getCause());
            }
            Uni.createFrom()
                    .completionStage(first)
                    .onFailure()
                    .recoverWithUni(wrong)
                    .onFailure()
                    .retry()
                    .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                    .indefinitely()
                    .subscribe()
                    .with(found -> found.ifPresent(StoreStart::leave), failure -> LOG.debug(failure.getMessage()));
        }
    }

    private static void leave(String why) {
        LOG.errorf("event=not_our_redis why=\"%s\"", why);
        Quarkus.asyncExit(1);
    }

    /** Asks until Redis answers, which is also how a node learns that it has reached it. */
    void policy(@Observes StartupEvent started, Lanes lanes) {
        evictionPolicies(lanes)
                .onFailure()
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .indefinitely()
                .subscribe()
                .with(
                        policies -> policies.stream()
                                .filter(policy -> !policy.equals(KEEPS_EVERYTHING))
                                .forEach(StoreStart::warn),
                        failure -> LOG.debugf("redis eviction policy not known: %s", failure.getMessage()));
    }

    /** What each Redis does when it is full; of one that does not say, nothing. */
    static Uni<Set<String>> evictionPolicies(Lanes lanes) {
        return lanes.sendToEach(Request.cmd(Command.INFO).arg("memory"))
                .map(answers -> answers.stream()
                        .map(info -> POLICY.matcher(info.toString()))
                        .filter(Matcher::find)
                        .map(found -> found.group(1))
                        .collect(Collectors.toSet()));
    }

    private static void warn(String policy) {
        LOG.warnf(
                "redis maxmemory-policy is %s: a full Redis will throw visitors away unnoticed; set it to %s",
                policy, KEEPS_EVERYTHING);
    }
}
