package io.overture.attack;

/** Something a hostile client does, within a bounded time. */
interface Attack {

    String name();

    /** What it cost, and for how long, before there was a bound. */
    String before();

    Outcome run() throws Exception;

    /** @param cost what it took, or did not get */
    record Outcome(String cost, boolean held) {}
}
