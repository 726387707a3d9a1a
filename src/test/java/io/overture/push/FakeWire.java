package io.overture.push;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** A browser's end of a socket, as a test sees it. */
public final class FakeWire implements Wire {

    private final List<String> frames = new ArrayList<>();
    private final List<Runnable> unread = new ArrayList<>();
    private final boolean reads;
    private int pings;
    private OptionalInt closed = OptionalInt.empty();

    public FakeWire() {
        this(true);
    }

    FakeWire(boolean reads) {
        this.reads = reads;
    }

    @Override
    public synchronized void write(String text, Runnable gone) {
        frames.add(text);
        if (reads) {
            gone.run();
        } else {
            unread.add(gone);
        }
    }

    @Override
    public synchronized void ping() {
        pings++;
    }

    @Override
    public synchronized void pong(Runnable gone) {
        if (reads) {
            gone.run();
        } else {
            unread.add(gone);
        }
    }

    @Override
    public synchronized void close(int code, String reason) {
        closed = OptionalInt.of(code);
    }

    synchronized void readAll() {
        unread.forEach(Runnable::run);
        unread.clear();
    }

    public synchronized List<String> frames() {
        return List.copyOf(frames);
    }

    public synchronized int pings() {
        return pings;
    }

    public synchronized OptionalInt closed() {
        return closed;
    }
}
