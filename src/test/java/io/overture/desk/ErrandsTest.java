package io.overture.desk;

import static io.overture.store.Stores.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.overture.engine.Input;
import io.overture.engine.Receipt;
import io.overture.roster.Desks;
import io.overture.store.EmptyRedis;
import io.overture.visitor.Stage;
import io.overture.visitor.Tab;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What becomes a task, and on whose list it is. */
class ErrandsTest {

    @RegisterExtension
    private static final EmptyRedis REDIS = new EmptyRedis();

    private Evening evening;

    @BeforeEach
    void begin() {
        evening = new Evening(REDIS.stores(), REDIS.lanes(), Evening.HOUSE);
    }

    @AfterEach
    void over() {
        evening.close();
    }

    @Test
    void where_nobody_is_there_she_is_told_at_once_and_a_call_back_is_on_the_list() {
        var she = evening.visitor("stranger");

        evening.asks(she, "talk-1");

        await().atMost(Evening.PATIENCE).until(() -> evening.conversation(she).stage() instanceof Stage.Unmet);
        await().atMost(Evening.PATIENCE)
                .until(() -> !tasks(Task.Owner.desk("paris")).isEmpty());
        assertThat(tasks(Task.Owner.desk("paris"))).singleElement().satisfies(task -> {
            assertThat(task.kind()).isEqualTo(Task.Kind.CALL_BACK);
            assertThat(task.handle()).isEqualTo(she.handle().value());
        });
    }

    @Test
    void a_call_back_is_for_her_own_advisor_who_may_still_take_it() {
        evening.profiles.put("c-1", OwnAdvisors.ownedBy("camille"));
        var she = evening.visitor("helene", Evening.HELENE);
        evening.asks(she, "talk-1");
        await().atMost(Evening.PATIENCE)
                .until(() -> !tasks(Task.Owner.advisor("camille")).isEmpty());
        evening.awaitSettled(she);
        evening.comes("camille");

        var receipt = evening.claims(she, "talk-1", "camille");

        assertThat(receipt).isEqualTo(Receipt.TAKEN);
        evening.awaitTold("camille", "talk", talk -> talk.path("state").asText().equals("joined"));
        assertThat(get(evening.inbox.calls().attendedBy("camille"))).containsExactly("talk-1");
    }

    @Test
    void without_desks_what_she_wants_is_kept_as_a_task() {
        evening.desks = Desks.NONE;
        var she = evening.visitor("stranger");

        evening.asks(she, "talk-1");

        await().atMost(Evening.PATIENCE).until(() -> !tasks(Lists.NOBODY).isEmpty());
        assertThat(tasks(Lists.NOBODY))
                .singleElement()
                .satisfies(task -> assertThat(task.id()).isEqualTo("talk-1"));
        assertThat(evening.conversation(she).stage()).isInstanceOf(Stage.Waiting.class);
    }

    @Test
    void what_she_promised_to_be_reached_by_becomes_a_task() {
        var she = evening.visitor("stranger");

        evening.happens(
                she,
                new Input.Asked(
                        new Tab("node-1", "page"),
                        "ask-1",
                        "W-100",
                        "appointment",
                        new Input.Reply("+33 1 00 00 00 00", "Tuesday", "for my brother")));

        await().atMost(Evening.PATIENCE)
                .until(() -> !tasks(Task.Owner.desk("paris")).isEmpty());
        assertThat(tasks(Task.Owner.desk("paris"))).singleElement().satisfies(task -> {
            assertThat(task.kind()).isEqualTo(Task.Kind.APPOINTMENT);
            assertThat(task.note()).isEqualTo("+33 1 00 00 00 00\nTuesday\nfor my brother");
        });
    }

    private List<Task> tasks(Task.Owner owner) {
        return get(evening.tasks.of(List.of(owner), 10));
    }
}
