package io.overture.desk;

import io.overture.visitor.Handle;

/** The keys of a site's desk. All share a hash tag, so that one script may touch them together on a cluster. */
record DeskKeys(String site) {

    String prefix() {
        return "ov:{desk:" + site + "}:";
    }

    /** Tasks, by weight. */
    String waiting() {
        return prefix() + "waiting";
    }

    /** Tasks, by the end of their life. */
    String ages() {
        return prefix() + "ages";
    }

    String task(String id) {
        return prefix() + "task:" + id;
    }

    /** What was told of one visitor. */
    String of(Handle handle) {
        return prefix() + "of:" + handle.value();
    }

    /** What she wrote in a conversation. */
    String said(String conversation) {
        return prefix() + "said:" + conversation;
    }

    /** Ids of what she wrote. */
    String heard(String conversation) {
        return prefix() + "heard:" + conversation;
    }
}
