package io.overture;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What one class logs while this is open. */
public final class Logged extends Handler implements AutoCloseable {
    private final Logger logger;
    private final Consumer<LogRecord> heard;
    private final List<LogRecord> records = new CopyOnWriteArrayList<>();

    public Logged(Class<?> by) {
        this(by, said -> {});
    }

    /** @param heard told of each on the thread that logs it */
    public Logged(Class<?> by, Consumer<LogRecord> heard) {
        this.heard = heard;
        logger = Logger.getLogger(by.getName());
        logger.addHandler(this);
    }

    public List<LogRecord> records() {
        return List.copyOf(records);
    }

    @Override
    public void publish(LogRecord said) {
        records.add(said);
        heard.accept(said);
    }

    @Override
    public void flush() {
        // Nothing waits.
    }

    @Override
    public void close() {
        logger.removeHandler(this);
    }
}
