package io.overture.desk;

import static io.overture.desk.Staffs.advisor;
import static io.overture.desk.Staffs.desk;
import static io.overture.store.Stores.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.overture.engine.Input;
import io.overture.roster.Advisor;
import io.overture.roster.Desks;
import io.overture.store.EmptyRedis;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A conversation with the house's notes passes to somebody who claims it and never writes: every frame of it there is. */
class PartnersTest {

    private static final String NOTE = "Difficult last time";
    private static final String LATE = "Her husband must not know";

    @RegisterExtension
    private static final EmptyRedis REDIS = new EmptyRedis();

    private Evening evening;

    @BeforeEach
    void begin() {
        var petra = new Advisor("petra", "Petra", "Advisor", null, List.of("en"), List.of(), List.of("chat"), 2, true);
        evening = new Evening(
                REDIS.stores(),
                REDIS.lanes(),
                new Desks(List.of(
                        desk("paris", Map.of(), advisor("camille", 2, "en"), advisor("kenji", 2, "en"), petra))));
    }

    @AfterEach
    void over() {
        evening.close();
    }

    @ParameterizedTest
    @CsvSource({"petra, false", "kenji, true"})
    void who_takes_it_over_reads_the_notes_she_may_in_whatever_frame(String next, boolean reads) {
        List.of("camille", next).forEach(evening::comes);
        var she = evening.visitor("stranger");
        evening.asks(she, "talk-1");
        evening.claims(she, "talk-1", "camille");
        evening.writes(she, "talk-1", "m-1", "Good evening");
        evening.awaitSettled(she);
        get(evening.inbox.calls().note("talk-1", "camille", NOTE));
        evening.happens(she, new Input.Transferred("talk-1", "camille", next));
        evening.awaitTold(next, "ring", ring -> ring.path("turn").asInt() == 1);
        evening.claims(she, "talk-1", next);
        evening.awaitSettled(she);
        evening.awaitTold(next, "talk", talk -> talk.path("state").asText().equals("joined"));

        // Decided while she still attended it, and written only now.
        get(evening.inbox.calls().note("talk-1", "camille", LATE));
        evening.writes(she, "talk-1", "m-2", "And in blue?");
        evening.awaitTold(
                next, "message", message -> message.path("text").asText().equals("And in blue?"));
        var told = evening.told.get(next).toString();
        var resumed = resumed(next, null) + resumed(next, epoch());

        assertThat(told).contains("Good evening");
        assertThat(resumed).contains("Good evening");
        for (var note : List.of(NOTE, LATE)) {
            assertThat(told.contains(note)).as("told: %s", note).isEqualTo(reads);
            assertThat(resumed.contains(note)).as("resumed: %s", note).isEqualTo(reads);
        }
    }

    private String resumed(String advisor, @Nullable String epoch) {
        return get(evening.inbox.talks().frame("talk-1", advisor, epoch, 0)).orElseThrow();
    }

    private String epoch() {
        return get(evening.inbox.transcripts().since("talk-1", null, 0)).epoch();
    }
}
