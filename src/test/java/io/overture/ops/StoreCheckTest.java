package io.overture.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.overture.redis.Reason;
import io.overture.redis.StoreHealth;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoreCheckTest {

    private record Store(boolean reachable, boolean everReached, Optional<Reason> refusesWrites)
            implements StoreHealth {
        @Override
        public long commands() {
            return 0;
        }

        @Override
        public long notUnderstood() {
            return 0;
        }

        @Override
        public long unpublished() {
            return 0;
        }
    }

    @ParameterizedTest
    @CsvSource({"false, false, DOWN, never_reached", "true, true, UP, reachable", "false, true, UP, degraded"})
    void redis_going_away_is_degraded_and_not_unready(boolean now, boolean ever, Status status, String state) {
        var check = new StoreCheck(new Store(now, ever, Optional.empty()), () -> 0);

        var answer = check.call();

        assertThat(answer.getStatus()).isEqualTo(status);
        assertThat(answer.getData()).get().extracting(data -> data.get("state")).isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource({"FULL, full", "NOT_SAVING, not_saving", "NO_REPLICAS, no_replicas", "NOT_ALLOWED, not_allowed"})
    void it_says_why_redis_refuses_to_write_and_stays_ready(Reason reason, String state) {
        var answer = new StoreCheck(new Store(true, true, Optional.of(reason)), () -> 0).call();

        assertThat(answer.getStatus()).isEqualTo(Status.UP);
        assertThat(answer.getData()).get().extracting(data -> data.get("state")).isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource({"0, enough", "0.79, enough", "0.8, tight", "1, tight"})
    void it_warns_before_redis_is_full_and_stays_ready(double used, String memory) {
        var answer = new StoreCheck(new Store(true, true, Optional.empty()), () -> used).call();

        assertThat(answer.getStatus()).isEqualTo(Status.UP);
        assertThat(answer.getData())
                .get()
                .extracting(data -> data.get("memory"))
                .isEqualTo(memory);
    }
}
