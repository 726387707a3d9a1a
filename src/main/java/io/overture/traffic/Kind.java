package io.overture.traffic;

/** What is counted by name. Names that come from outside are bounded; beyond the bound they are one, {@link #OTHER}. */
enum Kind {
    /** Words of ours: how many beacons, events, … */
    TOTAL("t", 0),
    /** Names of events that the contract knows. */
    KNOWN("k", 0),
    /** Why something was refused. */
    REFUSED("r", 0),
    /** Names of events that it does not know. */
    NAME("n", 40),
    CURRENCY("c", 20),
    /** Origins of the site, from which something was let in. */
    ORIGIN("o", 20),
    /** Origins from which something was refused. Apart, so that strangers take no place of the site's own. */
    STRANGER("s", 20),
    /** What was wrong, where. */
    FAULT("f", 20);

    static final String OTHER = "other";

    private final String letter;
    private final int most;

    Kind(String letter, int most) {
        this.letter = letter;
        this.most = most;
    }

    /** By which its counts are known in Redis. */
    String letter() {
        return letter;
    }

    /** How many names are told apart; 0: the names are ours and need no bound. */
    int most() {
        return most;
    }
}
