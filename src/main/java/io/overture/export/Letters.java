package io.overture.export;

import io.overture.redis.Lanes;
import io.overture.redis.Script;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The records that were refused, and which of them are to be sent again. */
final class Letters {

    private static final Script AGAIN = Script.named("export-again");
    private static final int ALL = -1;

    private final Lanes lanes;

    Letters(Lanes lanes) {
        this.lanes = lanes;
    }

    /** Those nobody has asked to send again, the oldest first. */
    Uni<List<Letter>> refused() {
        return read(ExportKeys.DEAD, ALL);
    }

    /** Those to be sent again, the first of them. */
    Uni<List<Letter>> toSendAgain(int most) {
        return read(ExportKeys.AGAIN, most - 1);
    }

    Uni<Integer> count() {
        return lanes.send(Request.cmd(Command.ZCARD).arg(ExportKeys.DEAD))
                .map(answer -> answer == null ? 0 : Integer.parseInt(answer.toString()));
    }

    /**
     * Has them sent again, by whichever node is the exporter.
     *
     * @param ids none: all
     * @return how many there are of them
     */
    Uni<Integer> sendAgain(List<String> ids, Instant now) {
        var args = new ArrayList<Object>(List.of(now.toEpochMilli()));
        args.addAll(ids);
        return lanes.run(AGAIN, List.of(ExportKeys.DEAD, ExportKeys.AGAIN), args.toArray())
                .map(answer -> Integer.parseInt(String.valueOf(answer)));
    }

    private Uni<List<Letter>> read(String key, int last) {
        return lanes.send(Request.cmd(Command.ZRANGE).arg(key).arg(0).arg(last)).chain(members -> {
            if (members == null || members.size() == 0) {
                return Uni.createFrom().item(List.of());
            }
            var ask = Request.cmd(Command.HMGET).arg(ExportKeys.LETTERS);
            members.forEach(member -> ask.arg(id(member.toString())));
            return lanes.send(ask).map(Letters::letters);
        });
    }

    private static String id(String member) {
        return member.substring(0, member.indexOf(' '));
    }

    /** One that was sent or forgotten between the two questions is not there any more. */
    private static List<Letter> letters(@Nullable Response stored) {
        return stored == null
                ? List.of()
                : StreamSupport.stream(stored.spliterator(), false)
                        .filter(Objects::nonNull)
                        .map(each -> Letter.parse(each.toString()))
                        .toList();
    }
}
