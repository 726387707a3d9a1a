package io.overture.desk;

/** Keys of what the desk keeps of conversations. One hash tag for all, so that one script may touch them together. */
final class DeskKeys {

    static final String PREFIX = "ov:{desk}:";

    static final String TALKS = PREFIX + "talks";
    static final String WAITING = PREFIX + "waiting";
    static final String HERE = PREFIX + "here";
    static final String NOTICES = PREFIX + "here:notices";
    static final String ENDS = PREFIX + "here:ends";
    static final String WATCH = PREFIX + "watch";
    static final String MISSING = PREFIX + "missing";
    static final String REACH = PREFIX + "reach";
    static final String HOOKS = PREFIX + "hooks";

    private DeskKeys() {}

    static String call(String conversation) {
        return PREFIX + "call:" + conversation;
    }

    static String rings(String advisor) {
        return PREFIX + "rings:" + advisor;
    }

    static String talks(String advisor) {
        return PREFIX + "talks:" + advisor;
    }

    static String said(String conversation) {
        return PREFIX + "said:" + conversation;
    }

    static String told(String conversation) {
        return PREFIX + "told:" + conversation;
    }

    static String hold(String offer) {
        return PREFIX + "hold:" + offer;
    }

    /** What is known of one visitor. */
    static String of(String member) {
        return PREFIX + "of:" + member;
    }

    static String gone(String member) {
        return PREFIX + "gone:" + member;
    }
}
