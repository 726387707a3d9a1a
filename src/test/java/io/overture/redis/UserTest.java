package io.overture.redis;

import static io.overture.store.Stores.askAsNode;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.overture.RedisUsers;
import io.overture.store.EmptyRedis;
import io.vertx.redis.client.Command;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the user that nodes sign in as may do: what all other tests do as that user, and none of this. */
class UserTest {

    @RegisterExtension
    private static final EmptyRedis REDIS = new EmptyRedis();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FLUSHALL",
                "FLUSHDB",
                "KEYS *",
                "SCAN 0",
                "CONFIG SET maxmemory 1",
                "CONFIG REWRITE",
                "SHUTDOWN",
                "ACL LIST",
                "CLIENT KILL TYPE normal",
                "REPLICAOF NO ONE",
                "MONITOR",
                "SCRIPT FLUSH",
                "FUNCTION LIST",
                "BGSAVE",
                "SWAPDB 0 1",
                "SORT ov:a",
                "CLUSTER FAILOVER",
                "SLOWLOG GET"
            })
    void a_command_no_node_sends_is_refused(String command) {
        var words = List.of(command.split(" "));
        var arguments = words.subList(1, words.size()).toArray();

        assertThatThrownBy(() -> askAsNode(REDIS.lanes(), Command.create(words.getFirst()), arguments))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining("NOPERM");
    }

    @Test
    void keys_and_channels_of_others_are_out_of_reach_for_scripts_too() {
        Stream.<Runnable>of(
                        () -> askAsNode(REDIS.lanes(), Command.GET, "carts:1"),
                        () -> askAsNode(REDIS.lanes(), Command.SET, "carts:1", "none"),
                        () -> askAsNode(REDIS.lanes(), Command.PUBLISH, "carts", "none"),
                        () -> askAsNode(REDIS.lanes(), Command.EVAL, "return redis.call('GET', 'carts:1')", 0),
                        () -> askAsNode(REDIS.lanes(), Command.EVAL, "return redis.call('FLUSHALL')", 0))
                .forEach(deed -> assertThatThrownBy(deed::run)
                        .isInstanceOf(StoreUnavailable.class)
                        .hasMessageMatching(
                                "(?s).*(NOPERM|can't run this command|can't access|ACL failure in script).*"));
    }

    @Test
    void what_is_asked_of_redis_itself_is_answered() {
        assertThat(askAsNode(REDIS.lanes(), Command.INFO, "memory")).isNotNull();
        assertThat(String.valueOf(askAsNode(REDIS.lanes(), Command.CONFIG, "GET", "maxmemory-policy")))
                .contains("noeviction");
    }

    /** Each command on the list is one that a script or a class of ours names: nothing is there in case. */
    @Test
    void nothing_is_allowed_that_nobody_needs() throws Exception {
        var list = Files.readString(Path.of("docker/redis-users.acl"))
                .lines()
                .filter(line -> line.startsWith("user " + RedisUsers.NAME))
                .findFirst()
                .orElseThrow();
        var allowed = Arrays.stream(list.split(" "))
                .filter(word -> word.startsWith("+"))
                .map(word -> word.substring(1).replaceAll("\\|.*", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        var text = sources();

        // What ends with a connection is never sent; what an operator's command asks is not in this tree's classes
        // alone.
        allowed.removeAll(List.of("unsubscribe", "sunsubscribe", "config"));
        assertThat(list).doesNotContain("@all +@", "+@", "~* ", "&* ");
        assertThat(allowed)
                .allSatisfy(command ->
                        assertThat(text).containsPattern("(Command\\.|')" + command.toUpperCase(Locale.ROOT) + "\\b"));
    }

    private static String sources() throws Exception {
        try (var files = Files.walk(Path.of("src/main"))) {
            return files.filter(file -> file.toString().matches(".*\\.(java|lua)"))
                    .map(UserTest::text)
                    .collect(Collectors.joining());
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
