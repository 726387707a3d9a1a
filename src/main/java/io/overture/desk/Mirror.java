package io.overture.desk;

import io.overture.roster.Roster;
import io.overture.roster.Seat;
import io.overture.visitor.VisitorKey;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * This node's mirror of who is in the boutique. Nodes tell each other whose word has changed, a few times a second; what
 * has, each reads for itself, one reading at a time, so that nothing older takes the place of something newer. All is read
 * at the start, after a silence, and now and then, because a word between nodes may be lost.
 *
 * <pre>
 *   changed here ──▶ outbox ──tick──▶ hint ──▶ every node: doubtful ──▶ read ──▶ view
 *                                     every fifteen seconds: all doubtful ──┘
 * </pre>
 */
final class Mirror implements Boutique {

    static final Duration TICK = Duration.ofMillis(200);
    static final Duration AGAIN = Duration.ofSeconds(15);

    private static final int MOST_AT_ONCE = 500;
    private static final String BETWEEN = "\n";
    private static final Logger LOG = Logger.getLogger(Mirror.class);

    private final Map<VisitorKey, HereStore.Known> known = new ConcurrentHashMap<>();
    private final Set<VisitorKey> outbox = ConcurrentHashMap.newKeySet();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final String node;
    private final HereStore store;
    private final Views views;
    private final Consumer<String> hints;
    private final InstantSource clock;
    private final Set<VisitorKey> doubtful = new HashSet<>();
    private boolean isAllDoubtful = true;
    private boolean isReading;
    private long readAllAt;

    /**
     * @param node this one's name
     * @param hints says a word to every node
     */
    Mirror(String node, HereStore store, Roster roster, Reasons reasons, Consumer<String> hints, InstantSource clock) {
        this.node = node;
        this.store = store;
        this.views = new Views(roster, reasons, clock);
        this.hints = hints;
        this.clock = clock;
    }

    @Override
    public View view(Seat seat, int most) {
        return views.of(seat, most);
    }

    @Override
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /** Something about her is new in Redis. */
    void changed(VisitorKey about) {
        outbox.add(about);
    }

    /** A word from a node: its name, then whose word has changed. */
    void heard(String word) {
        var lines = List.of(word.split(BETWEEN, -1));
        if (!lines.getFirst().equals(node)) {
            doubt(lines.stream().skip(1).map(VisitorKey::ofMember).toList());
        }
    }

    private synchronized void doubt(Collection<VisitorKey> whose) {
        doubtful.addAll(whose);
    }

    /** Words may have been lost. */
    synchronized void doubtAll() {
        isAllDoubtful = true;
    }

    /** To be called a few times a second. */
    void tick() {
        var mine = outbox.stream().limit(MOST_AT_ONCE).toList();
        if (!mine.isEmpty()) {
            mine.forEach(outbox::remove);
            doubt(mine);
            hints.accept(Stream.concat(Stream.of(node), mine.stream().map(VisitorKey::member))
                    .collect(Collectors.joining(BETWEEN)));
        }
        read();
    }

    private void read() {
        Set<VisitorKey> whose;
        synchronized (this) {
            if (isReading) {
                return;
            }
            isAllDoubtful |= clock.millis() - readAllAt >= AGAIN.toMillis();
            if (!isAllDoubtful && doubtful.isEmpty()) {
                return;
            }
            isReading = true;
            whose = isAllDoubtful
                    ? Set.of()
                    : doubtful.stream().limit(MOST_AT_ONCE).collect(Collectors.toSet());
            if (isAllDoubtful) {
                isAllDoubtful = false;
                readAllAt = clock.millis();
                doubtful.clear();
            } else {
                doubtful.removeAll(whose);
            }
        }
        var reading = whose.isEmpty() ? store.all() : store.some(whose);
        reading.subscribe().with(found -> apply(whose, found), away -> {
            LOG.debugf("boutique not read: %s", away.getMessage());
            synchronized (this) {
                isReading = false;
                isAllDoubtful = true;
            }
        });
    }

    /** @param whose empty: everybody's */
    private void apply(Set<VisitorKey> whose, List<HereStore.Known> found) {
        var here = found.stream().collect(Collectors.toMap(HereStore.Known::who, each -> each));
        var differs = known.entrySet()
                .removeIf(
                        each -> (whose.isEmpty() || whose.contains(each.getKey())) && !here.containsKey(each.getKey()));
        for (var each : here.entrySet()) {
            differs |= !each.getValue().equals(known.put(each.getKey(), each.getValue()));
        }
        if (differs) {
            views.are(known.values());
        }
        synchronized (this) {
            isReading = false;
        }
        if (differs) {
            listeners.forEach(Runnable::run);
        }
    }
}
