package io.overture.intake;

import io.overture.wire.Flaws;
import io.overture.wire.JsonOnce;
import java.time.Instant;

/** A beacon as {@code POST /v1/beacons} takes it: from bytes to something valid, or to everything wrong with it. */
final class BeaconReader {

    /** Who speaks, and what happened to her. */
    record Sent(Speaker speaker, Batch batch) {}

    private BeaconReader() {}

    /** @param body the reader's from now on, which rewrites it */
    static Decoded<Sent> read(byte[] body, Instant now) {
        var flaws = new Flaws();
        var sent = JsonOnce.read(body, flaws, fields -> new Sent(Speaker.read(fields, now), Batch.read(fields, now)));
        return sent == null ? new Decoded.Invalid<>(flaws.all(), null) : Decoded.of(sent, flaws);
    }
}
