package io.overture.ops.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.overture.RedisServer;
import io.overture.ops.doctor.Finding.State;
import io.overture.redis.Inspection;
import io.overture.redis.Lanes;
import io.overture.redis.RedisFacts;
import io.overture.redis.StoreUnavailable;
import io.overture.store.EmptyRedis;
import io.overture.store.Stores;
import io.vertx.redis.client.Command;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A real Redis that is set wrongly, one setting at a time. */
class RedisCheckTest {

    @RegisterExtension
    static final EmptyRedis redis = new EmptyRedis();

    @BeforeEach
    void as_it_should_be() {
        set("maxmemory-policy", "noeviction");
        set("maxmemory", "512mb");
        set("appendonly", "yes");
        set("appendfsync", "everysec");
        set("save", "");
        set("min-replicas-to-write", "0");
    }

    /** Or it could not even be emptied. */
    @AfterEach
    void without_replicas() {
        set("min-replicas-to-write", "0");
        set("maxmemory", "0");
    }

    @Test
    void one_that_refuses_what_is_written() throws Exception {
        try (var stores = new Stores()) {
            var lanes = stores.lanes(redis.url());
            var check = new WritesCheck(lanes);
            Stores.askAsNode(lanes, Command.GET, "ov:a");
            var before = Stores.get(check.look()).getFirst().state();
            set("min-replicas-to-write", "1");

            assertThatThrownBy(() -> Stores.askAsNode(lanes, Command.SET, "ov:a", "b"))
                    .isInstanceOf(StoreUnavailable.class);

            assertThat(before).isEqualTo(State.OK);
            assertThat(Stores.get(check.look())).singleElement().satisfies(found -> {
                assertThat(found.state()).isEqualTo(State.FAIL);
                assertThat(found.says()).contains("no_replicas");
            });
        }
    }

    @Test
    void well_set_only_a_replica_is_missing() {
        assertThat(look(redis.lanes()))
                .filteredOn(each -> each.state() != State.OK)
                .extracting(Finding::id)
                .containsExactly("redis.replicas");
    }

    @ParameterizedTest
    @CsvSource({
        "maxmemory-policy, allkeys-lru,  redis.eviction,    FAIL",
        "maxmemory-policy, volatile-ttl, redis.eviction,    FAIL",
        "maxmemory,        0,            redis.memory,      WARN",
        "maxmemory,        1mb,          redis.memory,      WARN",
        "appendonly,       no,           redis.persistence, FAIL",
        "appendfsync,      no,           redis.persistence, WARN",
    })
    void a_setting_that_loses_data(String setting, String value, String id, State state) {
        set(setting, value);

        assertThat(found(redis.lanes(), id)).isEqualTo(state);
    }

    @Test
    void snapshots_alone_lose_minutes() {
        set("save", "3600 1");
        set("appendonly", "no");

        assertThat(found(redis.lanes(), "redis.persistence")).isEqualTo(State.WARN);
    }

    @Test
    void with_a_replica_the_master_should_insist_on_it() throws Exception {
        try (var replica = RedisServer.start(
                        "--replicaof", "127.0.0.1 " + redis.url().replaceAll(".*:", ""));
                var stores = new Stores()) {
            await().until(() -> Stores.ask(redis.lanes(), Command.INFO, "replication")
                    .toString()
                    .contains("connected_slaves:1"));

            assertThat(found(redis.lanes(), "redis.replicas")).isEqualTo(State.WARN);
            set("min-replicas-to-write", "1");
            assertThat(found(redis.lanes(), "redis.replicas")).isEqualTo(State.OK);
            assertThat(found(stores.lanes(replica.url()), "redis.replicas")).isEqualTo(State.FAIL);
        }
    }

    @Test
    void one_that_is_away_is_named_with_why() {
        var away = new RedisFacts("10.0.0.1:6379", Map.of(), Map.of(), "connection refused");

        assertThat(RedisCheck.findings(List.of(away))).singleElement().satisfies(found -> {
            assertThat(found.state()).isEqualTo(State.FAIL);
            assertThat(found.says()).contains("10.0.0.1:6379", "connection refused");
        });
    }

    @Test
    void one_that_is_away_takes_no_writes_and_tells_of_no_nodes() throws Exception {
        try (var stores = new Stores();
                var away = RedisServer.start()) {
            var lanes = stores.lanes(away.url());
            away.kill();

            assertThat(look(lanes)).singleElement().satisfies(found -> {
                assertThat(found.id()).isEqualTo("redis.reachable");
                assertThat(found.says()).contains("Connection refused");
                assertThat(found.see()).endsWith("#overtureredisaway");
            });
            assertThat(Stores.get(new WritesCheck(lanes).look()).getFirst().state())
                    .isEqualTo(State.FAIL);
            assertThat(NodesCheck.stale(lanes).says()).contains("does not answer");
        }
    }

    @Test
    void one_that_refuses_what_nodes_write_of_themselves_is_not_called_silent() throws Exception {
        try (var stores = new Stores()) {
            var lanes = stores.lanes(redis.url());
            set("min-replicas-to-write", "1");
            assertThatThrownBy(() -> Stores.askAsNode(lanes, Command.SET, "ov:a", "b"))
                    .isInstanceOf(StoreUnavailable.class);

            assertThat(NodesCheck.stale(lanes)).satisfies(found -> {
                assertThat(found.state()).isEqualTo(State.WARN);
                assertThat(found.says()).contains("no_replicas");
            });
        }
    }

    @Test
    void one_that_does_not_let_its_settings_be_read_is_not_called_wrong() throws Exception {
        Stores.ask(redis.lanes(), Command.ACL, "SETUSER", "careful", "on", ">pw", "~*", "&*", "+@all", "-config");
        try (var stores = new Stores()) {
            var careful = stores.lanes(redis.url().replaceFirst("//[^@]*@", "//careful:pw@"));

            assertThat(found(careful, "redis.persistence")).isEqualTo(State.OK);
        }
    }

    @ParameterizedTest
    @CsvSource({"6.0.16, 0, FAIL", "6.2.0, 0, OK", "6.2.0, 1, FAIL", "7.0.15, 1, OK", "10.1.2, 1, OK", "'', 0, WARN"})
    void a_version_that_is_too_old(String version, String cluster, State state) {
        var facts = new RedisFacts("redis", Map.of("redis_version", version, "cluster_enabled", cluster), Map.of(), "");

        assertThat(new RedisVersion().of(facts).state()).isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource({"yes, 5000, WARN", "no, 15000, WARN", "no, 5000, OK"})
    void a_cluster_that_stops_everybody_when_one_master_is_lost(String coverage, String timeout, State state) {
        var facts = new RedisFacts(
                "redis",
                Map.of("cluster_enabled", "1"),
                Map.of("cluster-require-full-coverage", coverage, "cluster-node-timeout", timeout),
                "");

        assertThat(new Coverage().of(facts).state()).isEqualTo(state);
    }

    private static State found(Lanes lanes, String id) {
        return look(lanes).stream()
                .filter(each -> each.id().equals(id))
                .map(Finding::state)
                .findFirst()
                .orElseThrow();
    }

    private static List<Finding> look(Lanes lanes) {
        return Stores.get(new RedisCheck(new Inspection(lanes)).look());
    }

    private static void set(String setting, String value) {
        Stores.ask(redis.lanes(), Command.CONFIG, "SET", setting, value);
    }
}
