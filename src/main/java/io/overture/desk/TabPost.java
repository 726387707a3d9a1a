package io.overture.desk;

import io.overture.push.Push;
import io.overture.visitor.Tab;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Looks up where an advisor's consoles are, and pushes. What is sent while a look-up of hers is under way goes with it, in
 * order.
 */
final class TabPost implements AdvisorPost {

    /** Frames that may wait for one look-up; a console that misses one says hello again. */
    private static final int MOST_WAITING = 1024;

    private static final Logger LOG = Logger.getLogger(TabPost.class);

    private final ConcurrentHashMap<String, List<String>> waiting = new ConcurrentHashMap<>();
    private final Presence presence;
    private final Push push;

    TabPost(Presence presence, Push push) {
        this.presence = presence;
        this.push = push;
    }

    @Override
    public void send(String advisor, String frame) {
        var isFirst = new boolean[1];
        waiting.compute(advisor, (who, frames) -> {
            isFirst[0] = frames == null;
            var all = frames == null ? new ArrayList<String>() : frames;
            if (all.size() < MOST_WAITING) {
                all.add(frame);
            }
            return all;
        });
        if (isFirst[0]) {
            presence.tabs(advisor)
                    .subscribe()
                    .with(
                            tabs -> {
                                var frames = taken(advisor);
                                push.send(tabs.stream().map(TabPost::tab).toList(), frames);
                            },
                            away -> {
                                taken(advisor);
                                LOG.debugf("advisor not told: %s", away.getMessage());
                            });
        }
    }

    private List<String> taken(String advisor) {
        var frames = waiting.remove(advisor);
        return frames == null ? List.of() : List.copyOf(frames);
    }

    /** {@code node/socket}. */
    private static Tab tab(String text) {
        int slash = text.indexOf('/');
        return new Tab(text.substring(0, slash), text.substring(slash + 1));
    }
}
