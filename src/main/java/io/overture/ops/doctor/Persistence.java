package io.overture.ops.doctor;

import io.overture.redis.RedisFacts;
import java.util.List;
import java.util.Optional;

/** What a crash of Redis takes back. */
final class Persistence implements RedisRule {

    private static final String ID = "redis.persistence";
    private static final String SEE = "docs/operations.md#redis-what-each-choice-can-lose";
    private static final List<String> LAST =
            List.of("aof_last_write_status", "aof_last_bgrewrite_status", "rdb_last_bgsave_status");

    @Override
    public Finding of(RedisFacts redis) {
        var failed = LAST.stream()
                .filter(each -> !redis.info(each).isEmpty() && !redis.info(each).equals("ok"))
                .findFirst();
        if (failed.isPresent()) {
            return Finding.fail(ID, "Redis could not write its files: " + failed.get() + " is not ok", SEE);
        }
        return redis.info("aof_enabled").equals("1")
                ? log(redis.setting("appendfsync"))
                : snapshots(redis.setting("save"));
    }

    private static Finding log(Optional<String> fsync) {
        return switch (fsync.orElse("")) {
            case "always" -> Finding.ok(ID, "what was acknowledged survives a crash (appendfsync always)", SEE);
            case "everysec" ->
                Finding.ok(ID, "a crash of the machine takes back up to two seconds (appendfsync everysec)", SEE);
            case "no" ->
                Finding.warn(ID, "appendfsync is no: a crash of the machine takes back half a minute or more", SEE);
            default ->
                Finding.ok(ID, "there is an append-only file; how often it is synced Redis does not let us read", SEE);
        };
    }

    private static Finding snapshots(Optional<String> save) {
        if (save.isEmpty()) {
            return Finding.warn(
                    ID, "there is no append-only file; whether there are snapshots Redis does not let us read", SEE);
        }
        return save.get().isBlank()
                ? Finding.fail(ID, "nothing is on disk: a crash of Redis takes back everything", SEE)
                : Finding.warn(ID, "snapshots only: a crash of Redis takes back minutes; set appendonly to yes", SEE);
    }
}
