package io.overture.cli;

/** The service did not answer, or not in time: it may or may not have done what it was asked. */
final class Unreached extends Trouble {

    private static final long serialVersionUID = 1L;

    Unreached(String why) {
        super(why);
    }
}
