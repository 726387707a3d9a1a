package io.overture.cli;

/** Why a command could not be done, in words for its caller. */
class Trouble extends Exception {

    private static final long serialVersionUID = 1L;

    Trouble(String why) {
        super(why, null, false, false);
    }
}
