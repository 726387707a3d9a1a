package io.overture.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.overture.RedisResource;
import io.overture.RedisServer;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Every attack of the suite, on a service whose patience with silence is short. */
@QuarkusTest
@TestProfile(AttacksTest.Impatient.class)
@WithTestResource(RedisResource.class)
class AttacksTest {

    private static final Duration IDLE = Duration.ofSeconds(4);

    @TestHTTPResource
    URI address;

    RedisServer redis;

    /** Short of patience, so that a test need not be long. */
    public static final class Impatient implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.http.idle-timeout", IDLE.toSeconds() + "s",
                    "overture.socket.heartbeat", "1s",
                    "overture.desks", "src/main/resources/desks/demo.yaml",
                    "quarkus.http.proxy.proxy-address-forwarding", "true");
        }
    }

    @Test
    @Timeout(value = 180, unit = TimeUnit.SECONDS)
    void no_attack_gets_more_than_its_bound() throws Exception {
        var broken = new ArrayList<String>();

        for (var attack : Attacks.on(URI.create("http://127.0.0.1:" + address.getPort()), redis.port(), IDLE)) {
            var outcome = attack.run();
            if (!outcome.held()) {
                broken.add(attack.name() + ": " + outcome.cost());
            }
        }

        assertThat(broken).isEmpty();
    }
}
