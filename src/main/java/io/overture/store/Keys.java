package io.overture.store;

import io.overture.journal.Journal;
import io.overture.visitor.VisitorKey;

/**
 * The keys of a shard, beside its journal's ({@link Journal#key}). All of one shard share a hash tag, so that one script may
 * touch them together on a cluster.
 */
final class Keys {

    /** Incarnations of nodes, by the end of their lease. */
    static final String NODES = "ov:nodes";

    private Keys() {}

    static String value(VisitorKey key) {
        return value(key.handle().shard(), key.member());
    }

    static String value(String shard, String member) {
        return "ov:{" + shard + "}:v:" + member;
    }

    static String alarms(String shard) {
        return "ov:{" + shard + "}:a";
    }
}
