package io.overture.passport;

import io.overture.redis.Lanes;
import io.overture.store.Homeward;
import io.overture.visitor.Handle;
import io.overture.visitor.VisitorKey;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * By which name each other region knows a visitor of ours: drawn at random, one for each region, so that no two regions can
 * compare theirs, and forgotten with the visitor or when nothing can come back any more.
 *
 * <pre>
 *   ov:passport:{site:handle}      hash: region and who it was given to, the pseudonym
 *   ov:passport:{pseudonym}        "region site:handle journal-name"
 * </pre>
 */
final class Pseudonyms {

    private static final String PREFIX = "ov:passport:{";

    private final Lanes lanes;
    private final Supplier<String> ids;
    private final Duration lifetime;

    /** @param lifetime of a pseudonym after it was used last */
    Pseudonyms(Lanes lanes, Supplier<String> ids, Duration lifetime) {
        this.lanes = lanes;
        this.ids = ids;
        this.lifetime = lifetime;
    }

    /** @param name in the journal: whoever was forgotten and comes back is somebody else */
    record Bearer(String region, VisitorKey visitor, String name) {}

    Uni<String> of(Bearer bearer) {
        var names = key(bearer.visitor().member());
        var field = bearer.region() + " " + Handle.digest(bearer.name());
        return lanes.send(Request.cmd(Command.HSETNX).arg(names).arg(field).arg(ids.get()))
                .chain(drawn -> lanes.send(Request.cmd(Command.HGET).arg(names).arg(field)))
                .chain(found -> {
                    var pseudonym = String.valueOf(found);
                    return lanes.send(Request.cmd(Command.SET)
                                    .arg(key(pseudonym))
                                    .arg(text(bearer))
                                    .arg("PX")
                                    .arg(lifetime.toMillis()))
                            .chain(kept -> lanes.send(
                                    Request.cmd(Command.PEXPIRE).arg(names).arg(lifetime.toMillis())))
                            .replaceWith(pseudonym);
                });
    }

    Uni<Optional<Bearer>> find(String pseudonym) {
        return lanes.send(Request.cmd(Command.GET).arg(key(pseudonym))).map(Pseudonyms::bearer);
    }

    /** Safe to repeat: the names go last. See {@link Homeward#forget}. */
    Uni<Void> forget(VisitorKey visitor) {
        var names = key(visitor.member());
        return lanes.send(Request.cmd(Command.HVALS).arg(names))
                .onItem()
                .transformToMulti(found -> found == null
                        ? Multi.createFrom().<Response>empty()
                        : Multi.createFrom().iterable(found))
                .onItem()
                .transformToUniAndConcatenate(
                        each -> lanes.send(Request.cmd(Command.DEL).arg(key(each.toString())))
                                .replaceWithVoid())
                .onItem()
                .ignoreAsUni()
                .chain(() -> lanes.send(Request.cmd(Command.DEL).arg(names)))
                .replaceWithVoid();
    }

    private static String text(Bearer bearer) {
        return String.join(" ", bearer.region(), bearer.visitor().member(), bearer.name());
    }

    private static Optional<Bearer> bearer(@Nullable Response text) {
        if (text == null) {
            return Optional.empty();
        }
        var parts = text.toString().split(" ", -1);
        return Optional.of(new Bearer(parts[0], VisitorKey.ofMember(parts[1]), parts[2]));
    }

    private static String key(String name) {
        return PREFIX + name + "}";
    }
}
