package io.overture.client;

import static io.overture.store.Stores.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.overture.RedisResource;
import io.overture.redis.StoreUnavailable;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Needs the application: guards live in it. */
@QuarkusTest
@WithTestResource(RedisResource.class)
class PromptClientsTest {

    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void what_is_known_is_told() {
        var clients = over(() -> Uni.createFrom().item(Optional.of(new Clients.Kept(Records.whole("c"), "1"))));

        var found = get(clients.find("c"));

        assertThat(found).contains(Records.whole("c"));
        assertThat(counted("found")).isEqualTo(1);
    }

    @Test
    void who_has_no_record_is_not_known() {
        var clients = over(() -> Uni.createFrom().item(Optional.empty()));

        var found = get(clients.find("c"));

        assertThat(found).isEmpty();
        assertThat(counted("unknown")).isEqualTo(1);
    }

    @Test
    void a_directory_that_never_answers_is_not_waited_for() {
        var clients = over(() -> Uni.createFrom().nothing());

        var found = get(clients.find("c"));

        assertThat(found).isEmpty();
        assertThat(counted("away")).isEqualTo(1);
    }

    @Test
    void one_that_keeps_failing_is_left_alone_for_a_while() {
        var clients = over(() -> Uni.createFrom().failure(new StoreUnavailable("down")));
        for (int i = 0; i < PromptClients.ATTEMPTS; i++) {
            get(clients.find("c"));
        }

        var found = get(clients.find("c"));

        assertThat(found).isEmpty();
        assertThat(asked).hasValue(PromptClients.ATTEMPTS);
        assertThat(counted("away")).isEqualTo(PromptClients.ATTEMPTS + 1);
    }

    @Test
    void no_more_wait_at_once_than_the_bound() {
        var clients = over(() -> Uni.createFrom().nothing());
        var answers = new ArrayList<Uni<?>>();

        for (int i = 0; i < 2 * PromptClients.MOST_AT_ONCE; i++) {
            var answer = clients.find("c").memoize().indefinitely();
            answer.subscribe().with(found -> {});
            answers.add(answer);
        }

        assertThat(asked.get()).isLessThanOrEqualTo(PromptClients.MOST_AT_ONCE + 1);
        answers.forEach(answer -> assertThat(get(answer)).isEqualTo(Optional.empty()));
    }

    private Clients over(Supplier<Uni<Optional<Clients.Kept>>> directory) {
        var slow = new NoClients() {
            @Override
            public Uni<Optional<Kept>> read(String id) {
                asked.incrementAndGet();
                return directory.get();
            }
        };
        return new PromptClients(slow, meters);
    }

    private double counted(String result) {
        return meters.counter("overture.client.records", "result", result).count();
    }
}
