package io.overture.desk;

import static io.overture.store.Stores.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.overture.engine.Input;
import io.overture.roster.Desks;
import io.overture.store.EmptyRedis;
import io.overture.store.Stores;
import io.overture.visitor.Due;
import io.overture.visitor.Effort;
import io.overture.visitor.Message;
import io.overture.visitor.Request;
import io.overture.visitor.Stage;
import io.overture.visitor.VisitorKey;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A visitor who knows the id of another's conversation: every word the desk can be told of it, and what comes of it. */
class OwnersTest {

    private static final Desks DESKS =
            new Desks(List.of(Staffs.desk("paris", Map.of(), Staffs.advisor("ada", 2, "fr", "en"))));
    private static final Request REQUEST = new Request(null, null, null, List.of("chat"), "en", BigDecimal.TEN);
    private static final String CONVERSATION = "conversation-of-the-owner";

    @RegisterExtension
    private static final EmptyRedis REDIS = new EmptyRedis();

    private final Stores stores = new Stores();
    private Evening evening;
    private VisitorKey owner;
    private VisitorKey stranger;
    private CallScript script;

    /** Every verb of desk-call.lua and desk-said.lua that a visitor's own value may lead to. */
    private enum Word {
        WANT,
        TAKE,
        HAND,
        END_FINALLY,
        END_UNMET,
        SAY,
        FORGET,
        PART
    }

    @BeforeEach
    void ada_attends_the_owner() {
        evening = new Evening(stores, REDIS.lanes(), DESKS);
        script = new CallScript(REDIS.lanes(), Duration.ofDays(1), new Evening.Limits(2000, 20), Clock.systemUTC());
        evening.comes("ada");
        owner = evening.visitor("owner");
        stranger = evening.visitor("stranger");
        evening.asks(owner, CONVERSATION);
        evening.awaitSettled(owner);
        evening.claims(owner, CONVERSATION, "ada");
        evening.awaitSettled(owner);
    }

    @AfterEach
    void close() throws Exception {
        evening.close();
        stores.close();
    }

    @ParameterizedTest
    @EnumSource(Word.class)
    void what_a_stranger_tells_of_it_changes_nothing(Word word) {
        var before = get(script.find(CONVERSATION));

        tell(stranger, word);

        assertThat(get(script.find(CONVERSATION))).isEqualTo(before);
        assertThat(get(script.attendant(CONVERSATION))).contains("ada");
    }

    @ParameterizedTest
    @EnumSource(
            value = Word.class,
            names = {"END_FINALLY", "SAY", "FORGET"})
    void what_its_owner_tells_counts(Word word) {
        boolean counts = tell(owner, word);

        assertThat(counts).isTrue();
    }

    @Test
    void a_stranger_who_asks_under_its_id_and_leaves_ends_nothing() {
        evening.asks(stranger, CONVERSATION);
        evening.happens(stranger, new Input.Hung(Evening.PAGE, CONVERSATION));
        evening.awaitSettled(stranger);

        evening.writes(owner, CONVERSATION, "m1", "Are you still there?");

        evening.awaitTold("ada", "message", frame -> frame.path("text").asText().equals("Are you still there?"));
        assertThat(get(script.attendant(CONVERSATION))).contains("ada");
        assertThat(get(evening.slots.presence().read()).of("ada").taken()).isEqualTo(1);
    }

    /** Whether it counted. */
    private boolean tell(VisitorKey who, Word word) {
        var at = Instant.now().plusSeconds(5);
        return switch (word) {
            case WANT ->
                get(script.want(who, wanted(at), "unknown", Staffs.seats("ada"), List.of()))
                        .isNews();
            case TAKE ->
                get(script.take(who, new Due.Taken("taken", CONVERSATION, 1, Evening.attendant("bea"), at)))
                        .isNews();
            case HAND -> get(script.hand(who, CONVERSATION, 0)).isNews();
            case END_FINALLY -> ends(who, Stage.Ending.BY_VISITOR, at);
            case END_UNMET -> ends(who, Stage.Ending.UNMET, at);
            case SAY ->
                get(evening.inbox
                        .told()
                        .tell(
                                who,
                                new Due.Said(
                                        "said",
                                        CONVERSATION,
                                        new Message("m9", 1, Message.Author.VISITOR, null, "Hello", at)))
                        .replaceWith(true));
            case FORGET -> get(script.forget(who).replaceWith(true));
            case PART -> get(script.part(who, "c-1").replaceWith(true));
        };
    }

    private boolean ends(VisitorKey who, Stage.Ending ending, Instant at) {
        var finished = new Due.Finished("end", CONVERSATION, ending, null, REQUEST, Effort.NONE, null, null, at);
        return get(script.end(who, finished, "unknown")).isNews();
    }

    private static Due.Wanted wanted(Instant at) {
        return new Due.Wanted("wanted", CONVERSATION, 1, new Stage.Waiting(at, at, 0, null, null), REQUEST, null, null);
    }
}
