package io.overture.store;

import java.util.Map;
import org.jboss.logging.MDC;

/** Whoever asks, as lines of the log name them: an answer of Redis comes where nobody is named any more. */
record Asker(Map<String, Object> named) {

    /** A step is of several requests at once. */
    static final Asker NOBODY = new Asker(Map.of());

    static Asker now() {
        return new Asker(MDC.getMap());
    }

    /** In the lines that are logged meanwhile. */
    void log(Runnable lines) {
        var before = MDC.getMap();
        named.forEach(MDC::put);
        try {
            lines.run();
        } finally {
            named.keySet().forEach(MDC::remove);
            before.forEach(MDC::put);
        }
    }
}
