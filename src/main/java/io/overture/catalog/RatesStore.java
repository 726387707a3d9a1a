package io.overture.catalog;

import io.overture.redis.Lanes;
import io.overture.redis.Script;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The fixings in Redis: for all nodes, and for those that start later. */
final class RatesStore {

    /** A year and more of working days, for whoever looks back. */
    static final int DAYS_KEPT = 400;

    private static final Logger LOG = Logger.getLogger(RatesStore.class);
    private static final String KEY = "ov:{rates}:days";
    private static final String VERSION = "version";
    private static final Script PUT = Script.named("rates-put");

    /** Everything that is kept, and which version of it that is. */
    record Stored(long version, Rates rates) {}

    private final Lanes lanes;

    RatesStore(Lanes lanes) {
        this.lanes = lanes;
    }

    Uni<Void> put(List<Fixing> fixings) {
        var arguments = new ArrayList<Object>(1 + 2 * fixings.size());
        arguments.add(DAYS_KEPT);
        fixings.forEach(fixing -> {
            arguments.add(fixing.at().toString());
            arguments.add(FixingJson.of(fixing));
        });
        return lanes.run(PUT, List.of(KEY), arguments.toArray()).replaceWithVoid();
    }

    /** What there is, if it is another version than is known. */
    Uni<Optional<Stored>> otherThan(long known) {
        return lanes.send(Request.cmd(Command.HGET).arg(KEY).arg(VERSION))
                .chain(version -> number(version) == known ? Uni.createFrom().item(Optional.empty()) : read());
    }

    private Uni<Optional<Stored>> read() {
        return lanes.send(Request.cmd(Command.HGETALL).arg(KEY))
                .map(found -> Optional.ofNullable(found).map(RatesStore::stored));
    }

    private static Stored stored(Response found) {
        var fixings = new ArrayList<Fixing>();
        long version = 0;
        for (var field : found.getKeys()) {
            if (field.equals(VERSION)) {
                version = number(found.get(field));
            } else {
                FixingJson.read(found.get(field).toString())
                        .ifPresentOrElse(
                                fixings::add, () -> LOG.warnf("rates not understood, and passed over: day=%s", field));
            }
        }
        return new Stored(version, Rates.of(fixings));
    }

    private static long number(@Nullable Response version) {
        return version == null ? 0 : Long.parseLong(version.toString());
    }
}
