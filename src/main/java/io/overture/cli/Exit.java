package io.overture.cli;

/** Exit codes; the same for every command. */
final class Exit {

    /** It was done, and nothing is wrong. */
    static final int OK = 0;

    /** It was not done, or something has failed. */
    static final int ERROR = 1;

    /** It was done, and there is something to look at. */
    static final int FOUND = 2;

    private Exit() {}
}
