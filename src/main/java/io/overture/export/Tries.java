package io.overture.export;

import java.util.List;

/** How often in a row the broker did not acknowledge a batch, known by the first of its records. */
final class Tries {

    /** Then it is sent record by record, once; after as many more once again. */
    private static final int MOST = 3;

    private String first = "";
    private int failed;

    boolean areUsedUp(List<Outgoing> batch) {
        return isSame(batch) && failed % MOST == 0;
    }

    void failed(List<Outgoing> batch) {
        failed = isSame(batch) ? failed + 1 : 1;
        first = batch.getFirst().item().id();
    }

    void succeeded(List<Outgoing> batch) {
        if (isSame(batch)) {
            first = "";
            failed = 0;
        }
    }

    private boolean isSame(List<Outgoing> batch) {
        return first.equals(batch.getFirst().item().id());
    }
}
