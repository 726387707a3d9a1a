package io.overture.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.overture.Node;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A node that is told nonsense says which setting it is, and nothing else, and ends. */
class WrongAddressIT {

    @Test
    void it_does_not_start_and_names_the_setting() {
        try (var node = Node.launch(Map.of("QUARKUS_PROFILE", "prod", "QUARKUS_REDIS_HOSTS", "nonsense"))) {
            assertThat(node.exitCode()).isEqualTo(1);

            assertThat(node.log())
                    .contains("QUARKUS_REDIS_HOSTS", "address 1 has no scheme")
                    .doesNotContain("NullPointerException", "ArC container", "had to drop", "node lease");
        }
    }
}
