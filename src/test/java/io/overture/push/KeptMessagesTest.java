package io.overture.push;

import static org.assertj.core.api.Assertions.assertThat;

import io.overture.store.KeptVisitors;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Messages of nodes of another release on the same Redis. */
class KeptMessagesTest {

    static List<String> releases() throws IOException {
        return KeptVisitors.releases();
    }

    @ParameterizedTest
    @MethodSource("releases")
    void what_a_node_of_a_release_sends_is_understood(String release) throws IOException {
        var sent = KeptMessages.of(release);

        assertThat(RedisPush.PARCEL.open(sent.get(0)).map(Parcel::of)).contains(KeptMessages.PARCEL);
        assertThat(Hints.HINT.open(sent.get(1))).contains(KeptMessages.HINT);
    }

    @ParameterizedTest
    @MethodSource("releases")
    void what_today_s_sends_is_what_it_sent_itself(String release) throws IOException {
        assertThat(KeptMessages.today()).isEqualTo(KeptMessages.of(release));
    }
}
