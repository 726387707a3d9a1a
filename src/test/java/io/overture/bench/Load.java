package io.overture.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * Requests over kept connections on one thread: each sends its next when the last one is answered, or as many a second as
 * are wanted. Its CPU is told without that of its own compiler and collector.
 */
final class Load implements Generator {

    /** Where requests go: a port of this machine and a path. */
    record Target(int port, String path) {}

    /**
     * What came of it.
     *
     * @param answered with 204
     * @param other answered with anything else
     * @param cpu seconds of CPU that sending took
     */
    record Result(Samples latencies, long answered, long other, double seconds, double cpu) {
        double perSecond() {
            return answered / seconds;
        }
    }

    static final int CONNECTIONS = 64;
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(10);

    private final List<Target> targets;
    private final Beacons beacons;
    private Samples latencies = new Samples();
    private long answered;
    private long other;

    Load(List<Target> targets, Beacons beacons) {
        this.targets = targets;
        this.beacons = beacons;
    }

    /** As many as can be. */
    @Override
    public Result run(Duration length) {
        return run(length, new Pace(0));
    }

    /** As many a second, each timed from when it was due: one that has to wait for a connection is late already. */
    Result run(Duration length, int perSecond) {
        return run(length, new Pace(perSecond));
    }

    private Result run(Duration length, Pace pace) {
        latencies = new Samples();
        answered = 0;
        other = 0;
        var before = Usage.of(ProcessHandle.current().pid());
        try (var selector = Selector.open()) {
            var connections = connect(selector);
            var idle = new ArrayDeque<>(connections);
            long start = System.nanoTime();
            long end = start + length.toNanos();
            long heardAt = start;
            pace.start(start);
            while (System.nanoTime() < end) {
                while (!idle.isEmpty() && pace.isDue()) {
                    idle.poll().send(beacons, pace.next());
                }
                if (selector.select(pace.patience(LONGEST_SILENCE).toMillis()) > 0) {
                    heardAt = System.nanoTime();
                } else if (System.nanoTime() - heardAt > LONGEST_SILENCE.toNanos()) {
                    throw new IllegalStateException("no answer within " + LONGEST_SILENCE);
                }
                for (var key : selector.selectedKeys()) {
                    var connection = (Connection) key.attachment();
                    if (isDone(connection)) {
                        idle.add(connection);
                    }
                }
                selector.selectedKeys().clear();
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            for (var connection : connections) {
                connection.close();
            }
            var spent = Usage.of(ProcessHandle.current().pid()).since(before);
            return new Result(latencies, answered, other, seconds, spent.cpu() - spent.jit() - spent.gc());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isDone(Connection connection) throws IOException {
        int status = connection.read();
        if (status == Connection.NOT_YET) {
            return false;
        }
        if (status == 204) {
            answered++;
            latencies.add(connection.waited());
        } else {
            other++;
        }
        return true;
    }

    private List<Connection> connect(Selector selector) throws IOException {
        var connections = new ArrayList<Connection>();
        for (int i = 0; i < CONNECTIONS; i++) {
            var target = targets.get(i % targets.size());
            var channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", target.port()));
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.configureBlocking(false);
            var connection = new Connection(channel, target.path());
            channel.register(selector, SelectionKey.OP_READ, connection);
            connections.add(connection);
        }
        return connections;
    }
}
