package io.overture.redis;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One Redis with replicas, of which sentinels name the master. They are asked all at once, and the one that knows of the
 * latest failover is believed: who was cut off from the others may still name the former master.
 *
 * <pre>
 *   command ─▶ the master ──answer──▶ done
 *                  ├──is none any more──▶ sentinels are asked ──another──▶ once more there
 *                  └──away──▶ refused, and sentinels are asked
 *   every second sentinels are asked: a master that is cut off from them answers us as if it still were one
 * </pre>
 */
final class Sentinels implements Servers {

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    /** A sentinel that has not answered by then is done without. */
    private static final Duration MOST_THOUGHT = Duration.ofMillis(500);

    private static final Logger LOG = Logger.getLogger(Sentinels.class);
    private static final String NOBODY = "no sentinel names a master";

    private final String name;
    private final List<Server> sentinels;
    private final Members masters;
    private final Survey<Watched> survey;
    private final ScheduledFuture<?> looks;
    private volatile boolean everReached;
    private volatile boolean unnamed;
    /** As the last of them that named none said. */
    private volatile String why = "none has answered";

    /**
     * @param name by which they know the master
     * @param masters whoever it is now, and was until a moment ago
     */
    Sentinels(String name, List<Server> sentinels, Members masters, ScheduledExecutorService timer) {
        this.name = name;
        this.sentinels = List.copyOf(sentinels);
        this.masters = masters;
        this.survey = new Survey<>(this::whoKnowsBest, this::adopt, timer);
        long pause = BETWEEN_LOOKS.toMillis();
        this.looks = timer.scheduleAtFixedRate(this::doubt, pause, pause, TimeUnit.MILLISECONDS);
    }

    @Override
    public void attempt(Request request, @Nullable String key, Callback<@Nullable Response> then) {
        survey.withKnown(NOBODY, then, known -> {
            var at = known.master();
            attemptAt(at, request, (answer, failure) -> {
                if (failure != null && Refusal.meansNotHere(failure)) {
                    more(at, failure, request)
                            .subscribe()
                            .with(late -> then.hear(late, null), why -> then.hear(null, why));
                } else {
                    then.hear(answer, failure);
                }
            });
        });
    }

    /** Where sentinels send us now, if that is elsewhere. */
    private Uni<@Nullable Response> more(Endpoint former, Throwable failure, Request request) {
        return survey.fresh(NOBODY)
                .map(Watched::master)
                .chain(now -> now.equals(former) ? Uni.createFrom().failure(failure) : attemptAt(now, request));
    }

    @Override
    public Uni<List<MasterKeys>> byMaster(List<String> keys) {
        return Uni.createFrom().item(List.of(new MasterKeys(keys, true)));
    }

    @Override
    public Uni<List<Response>> attemptAtEach(Request request) {
        return Callback.<@Nullable Response>uni(then -> attempt(request, null, then))
                .map(answer -> answer == null ? List.of() : List.of(answer));
    }

    @Override
    public Uni<List<Reply>> askEach(Request request) {
        return withMaster(at -> attemptAt(at, request)
                .onItemOrFailure()
                .transform((answer, failure) -> List.of(Reply.of(at.toString(), answer, failure))));
    }

    @Override
    public Future<RedisConnection> connect(String channel) {
        var known = survey.known();
        return (known == null ? survey.ask() : Future.succeededFuture(known))
                .compose(at -> masters.at(at.master()).connect())
                .onFailure(failure -> doubt());
    }

    @Override
    public Command publish() {
        return Command.PUBLISH;
    }

    @Override
    public Command subscribe() {
        return Command.SUBSCRIBE;
    }

    @Override
    public void doubt() {
        survey.ask();
    }

    @Override
    public boolean reachable() {
        var known = survey.known();
        return everReached && known != null && !masters.isAway(known.master());
    }

    @Override
    public boolean everReached() {
        return everReached;
    }

    @Override
    public void giveUpLate() {
        masters.giveUpLate();
        sentinels.forEach(Server::giveUpLate);
    }

    @Override
    public void close() {
        looks.cancel(false);
        masters.close();
        sentinels.forEach(sentinel -> {
            sentinel.retire();
            sentinel.close();
        });
    }

    private Uni<@Nullable Response> attemptAt(Endpoint at, Request request) {
        return Callback.uni(then -> attemptAt(at, request, then));
    }

    private void attemptAt(Endpoint at, Request request, Callback<@Nullable Response> then) {
        masters.at(at).attempt(Sending.of(request), (answer, failure) -> {
            if (failure != null && !Refusal.isAnAnswer(failure)) {
                doubt();
            } else if (!everReached) {
                everReached = true;
            }
            then.hear(answer, failure);
        });
    }

    private <T extends @Nullable Object> Uni<T> withMaster(Function<Endpoint, Uni<T>> then) {
        return survey.withKnown(known -> then.apply(known.master()), NOBODY);
    }

    private Uni<Watched> whoKnowsBest() {
        var words = sentinels.stream().map(this::word).toList();
        return Uni.join()
                .all(words)
                .andCollectFailures()
                .map(all -> best(all.stream().flatMap(Optional::stream).toList()))
                .onFailure()
                .invoke(this::tellOnce);
    }

    /** A few that know less than is known were cut off; if most do, sentinels were set up anew. */
    private Watched best(List<Watched> words) {
        var best = words.stream().max(Watched.BY_KNOWLEDGE).orElseThrow(() -> new StoreUnavailable(why));
        var known = survey.known();
        boolean areFew = 2 * words.size() <= sentinels.size();
        return known != null && areFew && best.epoch() < known.epoch() ? known : best;
    }

    private Uni<Optional<Watched>> word(Server sentinel) {
        return Watched.ask(sentinel, name)
                .map(Optional::of)
                .ifNoItem()
                .after(MOST_THOUGHT)
                .recoverWithItem(() -> {
                    why = "no answer in time";
                    return Optional.empty();
                })
                .onFailure()
                .invoke(failure -> why = String.valueOf(failure.getMessage()))
                .onFailure()
                .recoverWithItem(Optional.empty());
    }

    /** Redis may serve on without them; that nobody would notice its end is worth a word. */
    private void tellOnce(Throwable failure) {
        if (!unnamed) {
            unnamed = true;
            LOG.warnf("event=no_sentinel master=%s sentinels=%d why=\"%s\"", name, sentinels.size(), why);
        }
    }

    private void adopt(Watched fresh) {
        var former = survey.known();
        if (former == null || unnamed || !former.master().equals(fresh.master())) {
            unnamed = false;
            LOG.infof("event=master_named master=%s at=%s epoch=%d", name, fresh.master(), fresh.epoch());
        }
        masters.keepOnly(fresh.master()::equals);
    }
}
