package io.overture.redis;

import static io.overture.store.Commits.remembering;
import static io.overture.store.Stores.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.overture.RedisServer;
import io.overture.Resp;
import io.overture.journal.Journal;
import io.overture.store.Commits;
import io.overture.store.Stored;
import io.overture.store.Stores;
import io.overture.store.Visitors;
import io.overture.visitor.VisitorKey;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A primary and its replica behind one address, as managed services have it: the address moves, and connections do not. */
class MovedAddressTest {

    private static final VisitorKey SHE = VisitorKey.of("demo", "v".repeat(22));
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Test
    void who_answers_as_a_replica_is_left_for_whom_the_address_leads_to_now() throws Exception {
        try (var former = RedisServer.start("--repl-diskless-sync-delay", "0");
                var next = RedisServer.start("--replicaof", "127.0.0.1 " + former.port());
                var address = new Tunnel(former.port());
                var stores = new Stores()) {
            var visitors = stores.visitors(stores.lanes(address.url()));
            var stored = committed(get(visitors.commit(Commits.first(SHE, remembering("one")))));
            await().atMost(PATIENCE).until(() -> replicated(former));

            // Roles change first, the address a moment later.
            Resp.once(next.port(), "REPLICAOF", "NO", "ONE");
            Resp.once(former.port(), "REPLICAOF", "127.0.0.1", "" + next.port());
            var commit = Commits.of(SHE, Optional.of(stored), remembering("two"), null);
            assertThatThrownBy(() -> get(visitors.commit(commit)))
                    .isInstanceOf(StoreUnavailable.class)
                    .hasMessageContaining("READONLY");
            address.lead(next.port());

            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(10))
                    .until(() -> get(visitors.commit(commit)
                            .map(outcome -> outcome instanceof Visitors.Outcome.Committed)
                            .onFailure(StoreUnavailable.class)
                            .recoverWithItem(false)));
            assertThat(Resp.once(next.port(), "XLEN", Journal.key(SHE.handle().shard())))
                    .isEqualTo("2");
            assertThat(Resp.once(former.port(), "INFO", "replication")).contains("role:slave");
        }
    }

    private static boolean replicated(RedisServer master) throws IOException {
        try (var connection = new Resp(master.port())) {
            connection.ask("SET", "mark", "", "PX", "60000");
            return Long.valueOf(1).equals(connection.ask("WAIT", "1", "1000"));
        }
    }

    private static Stored committed(Visitors.Outcome outcome) {
        return ((Visitors.Outcome.Committed) outcome).stored();
    }
}
