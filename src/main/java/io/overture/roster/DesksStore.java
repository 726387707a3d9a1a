package io.overture.roster;

import io.overture.document.Format;
import io.overture.redis.Lanes;
import io.overture.redis.Script;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** What desks were put while running, in Redis: for all nodes, and for those that start later. */
final class DesksStore {

    private static final String KEY = "ov:desks";
    private static final Script PUT = Script.named("desks-put");

    /** A version, not read yet. */
    record Stored(long version, Format format, byte[] text) {}

    private final Lanes lanes;

    DesksStore(Lanes lanes) {
        this.lanes = lanes;
    }

    /**
     * @param seen digest of what its author has seen; empty: whatever there is
     * @param before digest of what was in force while nobody had put anything
     * @return the version it became; empty when there is another than {@code seen}
     */
    Uni<Optional<Long>> put(DesksAsWritten desks, Optional<String> seen, String before) {
        return lanes.run(
                        PUT,
                        List.of(KEY),
                        seen.orElse(""),
                        before,
                        desks.digest(),
                        desks.format().mediaType(),
                        desks.text())
                .map(version -> Optional.ofNullable(version)
                        .map(each -> Long.parseLong(each.toString()))
                        .filter(each -> each > 0));
    }

    /** What there is, if it is newer than {@code known}. */
    Uni<Optional<Stored>> newerThan(long known) {
        return lanes.send(Request.cmd(Command.HGET).arg(KEY).arg("version"))
                .chain(version -> version == null || Long.parseLong(version.toString()) <= known
                        ? Uni.createFrom().item(Optional.empty())
                        : read());
    }

    private Uni<Optional<Stored>> read() {
        return lanes.send(Request.cmd(Command.HMGET)
                        .arg(KEY)
                        .arg("version")
                        .arg("type")
                        .arg("text"))
                .map(found -> found == null || found.get(0) == null
                        ? Optional.empty()
                        : Optional.of(new Stored(
                                Long.parseLong(found.get(0).toString()),
                                found.get(1).toString().equals(Format.JSON.mediaType()) ? Format.JSON : Format.YAML,
                                found.get(2).toString().getBytes(StandardCharsets.UTF_8))));
    }
}
