package io.overture.export;

/** The broker did not take what it was sent, for a reason that is about no record: it is tried again. */
class BrokerAway extends Exception {

    private static final long serialVersionUID = 1;

    BrokerAway(Throwable cause) {
        super(cause.getClass().getSimpleName() + ": " + cause.getMessage(), cause);
    }
}
