package io.overture.intake;

import io.overture.visitor.Beacon;
import io.overture.visitor.VisitorKey;

/**
 * Somebody who may come in.
 *
 * @param session digest of the session's identifier
 */
record Guest(VisitorKey key, String session, Beacon.Standing standing) {

    boolean mayBeKept() {
        return standing.consent().analyticsStorage();
    }

    Beacon beacon(Batch batch) {
        return new Beacon(batch.source(), batch.seq(), session, standing, batch.events());
    }
}
