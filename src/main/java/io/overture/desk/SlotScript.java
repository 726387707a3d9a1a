package io.overture.desk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.overture.redis.Lanes;
import io.overture.redis.Script;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Response;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Asks {@code desk-slots.lua}, with what it stands on; its header says what each verb wants and answers. */
final class SlotScript {

    private static final Script SLOTS = Script.named("desk-places", "desk-line", "desk-slots");

    private final Lanes lanes;
    private final InstantSource clock;

    SlotScript(Lanes lanes, InstantSource clock) {
        this.lanes = lanes;
        this.clock = clock;
    }

    Uni<Answer> run(String verb, ObjectNode ask) {
        return lanes.run(SLOTS, StaffKeys.SLOTS, StaffKeys.PREFIX, clock.millis(), verb, ask.toString())
                .map(Answer::new);
    }

    static ObjectNode ask() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** An array, of texts, numbers and arrays. */
    record Answer(@Nullable Response response) {

        int size() {
            return response == null ? 0 : response.size();
        }

        Answer list(int i) {
            return new Answer(at(i));
        }

        String text(int i) {
            return at(i).toString();
        }

        int number(int i) {
            return Integer.parseInt(text(i));
        }

        List<String> texts() {
            return IntStream.range(0, size()).mapToObj(this::text).toList();
        }

        private Response at(int i) {
            if (response == null) {
                throw new IllegalStateException("desk-slots.lua answered nothing");
            }
            return response.get(i);
        }
    }
}
