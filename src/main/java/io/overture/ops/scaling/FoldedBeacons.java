package io.overture.ops.scaling;

import io.overture.engine.Entry;
import io.overture.flow.Recorder;
import io.overture.visitor.VisitorKey;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.LongAdder;

/** Counts the beacons this node folded, through whichever door they came. */
@ApplicationScoped
@Identifier("scaling")
class FoldedBeacons implements Recorder {

    private final LongAdder folded = new LongAdder();

    long count() {
        return folded.sum();
    }

    @Override
    public void happened(VisitorKey key, Entry entry) {
        if (entry instanceof Entry.BeaconFolded) {
            folded.increment();
        }
    }
}
