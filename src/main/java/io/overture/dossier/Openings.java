package io.overture.dossier;

import io.overture.redis.Lanes;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Who opened which dossier. What is not noted is not opened. */
class Openings {

    /** Roughly so many are kept; the oldest go first. */
    static final int MOST = 50_000;

    private static final Logger LOG = Logger.getLogger("io.overture.dossiers");
    private static final String KEY = "ov:{desk}:openings";

    private final Lanes lanes;

    Openings(Lanes lanes) {
        this.lanes = lanes;
    }

    Uni<Void> note(String who, Role role, String conversation) {
        var word = role.name().toLowerCase(Locale.ROOT);
        return lanes.send(Request.cmd(Command.XADD)
                        .arg(KEY)
                        .arg("MAXLEN")
                        .arg("~")
                        .arg(MOST)
                        .arg("*")
                        .arg("who")
                        .arg(who)
                        .arg("role")
                        .arg(word)
                        .arg("conversation")
                        .arg(conversation))
                .invoke(() -> LOG.infof("event=dossier_opened who=%s role=%s conversation=%s", who, word, conversation))
                .replaceWithVoid();
    }

    /** The newest first, older than {@code before} (an opening's id) when that is given. */
    Uni<List<Opening>> read(@Nullable String before, int most) {
        return lanes.send(Request.cmd(Command.XREVRANGE)
                        .arg(KEY)
                        .arg(before == null ? "+" : "(" + before)
                        .arg("-")
                        .arg("COUNT")
                        .arg(most))
                .map(Openings::openings);
    }

    private static List<Opening> openings(@Nullable Response entries) {
        return entries == null
                ? List.of()
                : StreamSupport.stream(entries.spliterator(), false)
                        .map(Openings::opening)
                        .toList();
    }

    private static Opening opening(Response entry) {
        var id = entry.get(0).toString();
        var fields = entry.get(1);
        return new Opening(
                id,
                Long.parseLong(id.substring(0, id.indexOf('-'))),
                field(fields, "who"),
                field(fields, "role"),
                field(fields, "conversation"));
    }

    private static String field(Response fields, String name) {
        for (int i = 0; i + 1 < fields.size(); i += 2) {
            if (fields.get(i).toString().equals(name)) {
                return fields.get(i + 1).toString();
            }
        }
        return "";
    }
}
