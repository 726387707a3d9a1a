package io.overture.redis;

import static io.overture.store.Stores.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.smallrye.mutiny.Uni;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SurveyTest {

    private static final String NOBODY = "nobody says";

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final AtomicInteger asked = new AtomicInteger();

    @AfterEach
    void close() {
        timer.shutdownNow();
    }

    @Test
    void nobody_is_asked_before_somebody_wants_to_know() {
        var survey = new Survey<>(this::answer, found -> {}, timer);

        var known = survey.withKnown(found -> Uni.createFrom().item(found), NOBODY);
        assertThat(asked).hasValue(0);

        assertThat(get(known)).isEqualTo("answer 1");
        assertThat(get(known)).isEqualTo("answer 1");
    }

    @Test
    void a_question_that_cannot_even_be_put_fails_and_the_next_is_put_again() {
        var survey = new Survey<>(
                () -> {
                    if (asked.get() == 0) {
                        asked.incrementAndGet();
                        throw new IllegalStateException("there is nobody to ask");
                    }
                    return answer();
                },
                found -> {},
                timer);

        assertThatThrownBy(() -> get(survey.fresh(NOBODY)))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessage(NOBODY + ": there is nobody to ask");

        await().until(() -> survey.ask().succeeded() && survey.known() != null);
    }

    @Test
    void whoever_asks_the_question_is_put_on_the_timer_where_no_loop_gets_connections_for_it() throws Exception {
        var timers = timer.submit(Thread::currentThread).get();
        var puts = new CopyOnWriteArraySet<Thread>();
        var survey = new Survey<>(
                () -> {
                    puts.add(Thread.currentThread());
                    return answer();
                },
                found -> {},
                timer);

        for (int i = 1; i <= 2; i++) {
            int answers = i;
            await().until(() -> survey.ask().succeeded() && asked.get() >= answers);
        }

        assertThat(puts).containsExactly(timers);
    }

    @Test
    void a_timer_that_has_stopped_is_an_answer_too() {
        var survey = new Survey<>(this::answer, found -> {}, timer);
        timer.shutdownNow();

        assertThatThrownBy(() -> get(survey.fresh(NOBODY))).isInstanceOf(StoreUnavailable.class);
    }

    @Test
    void an_answer_that_cannot_be_used_is_none_and_whoever_waits_hears_so() {
        var survey = new Survey<>(
                this::answer,
                found -> {
                    throw new IllegalStateException("of no use: " + found);
                },
                timer);

        assertThatThrownBy(() -> get(survey.fresh(NOBODY)))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessage(NOBODY + ": of no use: answer 1");

        assertThat(survey.known()).isNull();
    }

    private Uni<String> answer() {
        return Uni.createFrom().item("answer " + asked.incrementAndGet());
    }
}
