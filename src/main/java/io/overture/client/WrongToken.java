package io.overture.client;

/** A token that is not believed. Ordinary, hence without a stack trace. */
final class WrongToken extends Exception {

    private static final long serialVersionUID = 1L;

    private final Fault fault;

    WrongToken(Fault fault) {
        super(fault.word(), null, false, false);
        this.fault = fault;
    }

    Fault fault() {
        return fault;
    }
}
