package io.overture.redis;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The masters of a Redis Cluster, each with lanes of its own, so that one that is away holds up nobody else's commands.
 *
 * <pre>
 *   command ─▶ slot ─▶ its master ──answer──▶ done
 *                          │  ├──MOVED, ASK──▶ the master it names, a few times at most
 *                          │  └──away──▶ refused
 *                          └─ any of those but the answer, and not ASK: who holds what is asked anew
 * </pre>
 */
final class Cluster implements Servers {

    private static final Logger LOG = Logger.getLogger(Cluster.class);

    /** One for a slot that moved, one for a slot on its way, and again: more is a cluster in disorder. */
    private static final int MOST_REDIRECTS = 4;

    /** Nodes that one survey asks. */
    private static final int MOST_ASKED = 8;

    private static final String UNKNOWN = "no node of the cluster says who holds what";

    private final List<Endpoint> seeds;
    private final Members members;
    private final Survey<SlotMap> survey;

    /** @param seeds nodes of the cluster, not necessarily all, to ask first */
    Cluster(List<Endpoint> seeds, Members members, ScheduledExecutorService timer) {
        this.seeds = List.copyOf(seeds);
        this.members = members;
        this.survey = new Survey<>(() -> Uni.join().first(questions()).withItem(), this::adopt, timer);
    }

    @Override
    public void attempt(Request request, @Nullable String key, Callback<@Nullable Response> then) {
        survey.withKnown(UNKNOWN, then, known -> {
            int slot = HashSlot.of(request, key);
            var at = slot == HashSlot.NONE ? any(known.masters()) : known.holder(slot);
            if (at == null) {
                doubt();
                then.hear(null, new StoreUnavailable("no master holds slot " + slot));
            } else {
                attempt(request, at, false, MOST_REDIRECTS, then);
            }
        });
    }

    @Override
    public Uni<List<MasterKeys>> byMaster(List<String> keys) {
        return withMap(known -> {
            var held = keys.stream()
                    .collect(Collectors.groupingBy(key -> Optional.ofNullable(known.holder(HashSlot.of(key)))));
            return Uni.createFrom()
                    .item(held.values().stream()
                            .map(each -> new MasterKeys(each, each.size() == 1))
                            .toList());
        });
    }

    @Override
    public Uni<List<Response>> attemptAtEach(Request request) {
        return withMap(known -> Uni.join()
                .all(known.masters().stream()
                        .map(at -> members.at(at).attempt(Sending.of(request)))
                        .toList())
                .andFailFast());
    }

    @Override
    public Uni<List<Reply>> askEach(Request request) {
        return withMap(known -> Uni.join()
                .all(known.masters().stream()
                        .map(at -> members.at(at)
                                .attempt(Sending.of(request))
                                .onItemOrFailure()
                                .transform((answer, failure) -> Reply.of(at.toString(), answer, failure)))
                        .toList())
                .andFailFast());
    }

    @Override
    public Future<RedisConnection> connect(String channel) {
        var known = survey.known();
        return (known == null ? survey.ask() : Future.succeededFuture(known))
                .compose(map -> {
                    var at = map.holder(HashSlot.of(channel));
                    return at == null
                            ? Future.failedFuture("no master holds the slot of the channel")
                            : members.at(at).connect();
                })
                .onFailure(failure -> doubt());
    }

    @Override
    public Command publish() {
        return Command.SPUBLISH;
    }

    @Override
    public Command subscribe() {
        return Command.SSUBSCRIBE;
    }

    @Override
    public void doubt() {
        survey.ask();
    }

    @Override
    public boolean reachable() {
        var known = survey.known();
        return known != null && known.masters().stream().noneMatch(members::isAway);
    }

    @Override
    public boolean everReached() {
        return survey.known() != null;
    }

    @Override
    public void giveUpLate() {
        members.giveUpLate();
    }

    @Override
    public void close() {
        members.close();
    }

    private void attempt(
            Request request, Endpoint at, boolean asking, int redirectsLeft, Callback<@Nullable Response> then) {
        var sending = asking ? Sending.asking(request) : Sending.of(request);
        members.at(at).attempt(sending, (answer, failure) -> {
            if (failure == null) {
                then.hear(answer, null);
                return;
            }
            var redirect = Redirect.of(failure, at);
            if (redirect == null ? !Refusal.isAnAnswer(failure) : !redirect.onlyOnce()) {
                doubt();
            }
            if (redirect == null || redirectsLeft == 0) {
                then.hear(null, failure);
            } else {
                attempt(request, redirect.to(), redirect.onlyOnce(), redirectsLeft - 1, then);
            }
        });
    }

    private <T extends @Nullable Object> Uni<T> withMap(Function<SlotMap, Uni<T>> then) {
        return survey.withKnown(then, UNKNOWN);
    }

    private List<Uni<SlotMap>> questions() {
        var known = survey.known();
        var nodes = new LinkedHashSet<>(seeds);
        if (known != null) {
            nodes.addAll(known.masters());
        }
        var asked = new ArrayList<>(nodes);
        Collections.shuffle(asked);
        return asked.stream()
                .limit(MOST_ASKED)
                .map(at -> members.at(at)
                        .attempt(Sending.of(Request.cmd(Command.CLUSTER).arg("SLOTS")))
                        .map(ranges -> SlotMap.of(ranges, at)))
                .toList();
    }

    private void adopt(SlotMap fresh) {
        var former = survey.known();
        if (former == null || !former.isSameAs(fresh)) {
            LOG.infof("event=cluster_changed masters=%d", fresh.masters().size());
        }
        members.keepOnly(each -> seeds.contains(each) || fresh.masters().contains(each));
    }

    private static Endpoint any(List<Endpoint> masters) {
        return masters.get(ThreadLocalRandom.current().nextInt(masters.size()));
    }
}
