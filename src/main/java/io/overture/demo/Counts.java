package io.overture.demo;

import io.overture.engine.Entry;
import io.overture.flow.Recorder;
import io.overture.visitor.VisitorKey;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;

/** How many came, how many were invited, how many were left in peace: on this node, since its start. */
@ApplicationScoped
@Identifier("demo-counts")
class Counts implements Recorder {

    /** Visits under way of which it is remembered that they were invited; beyond that one may count twice. */
    private static final int MOST_REMEMBERED = 10_000;

    private final LongAdder sessions = new LongAdder();
    private final LongAdder invited = new LongAdder();
    private final LongAdder leftInPeace = new LongAdder();
    private final Set<VisitorKey> invitedNow =
            Collections.synchronizedSet(Collections.newSetFromMap(new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<VisitorKey, Boolean> eldest) {
                    return size() > MOST_REMEMBERED;
                }
            }));

    /**
     * @param sessions that began
     * @param invited of those, how many had an invitation
     * @param leftInPeace how many ended without one; the others are still here
     */
    record Tally(long sessions, long invited, long leftInPeace) {}

    Tally tally() {
        return new Tally(sessions.sum(), invited.sum(), leftInPeace.sum());
    }

    @Override
    public void happened(VisitorKey key, Entry entry) {
        if (entry instanceof Entry.SessionBegan) {
            sessions.increment();
        } else if (entry instanceof Entry.InvitationOffered) {
            if (invitedNow.add(key)) {
                invited.increment();
            }
        } else if (entry instanceof Entry.SessionEnded ended) {
            invitedNow.remove(key);
            if (ended.offered() == 0) {
                leftInPeace.increment();
            }
        }
    }
}
