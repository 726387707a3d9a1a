package io.overture.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A closed loop over kept connections on one thread: each sends its next request when the last one is answered. Costs so
 * little that what is measured is the other side, which shares this machine's cores with it.
 */
final class Load {

    /** Where requests go: a port of this machine and a path. */
    record Target(int port, String path) {}

    /**
     * What came of it.
     *
     * @param answered with 204
     * @param other answered with anything else
     */
    record Result(Samples latencies, long answered, long other, double seconds) {
        double perSecond() {
            return answered / seconds;
        }
    }

    private static final int CONNECTIONS = 64;
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(10);

    private final List<Target> targets;
    private final Beacons beacons;
    private final Samples latencies = new Samples();
    private long answered;
    private long other;

    Load(List<Target> targets, Beacons beacons) {
        this.targets = targets;
        this.beacons = beacons;
    }

    Result run(Duration length) {
        try (var selector = Selector.open()) {
            var connections = connect(selector);
            long start = System.nanoTime();
            long end = start + length.toNanos();
            for (var connection : connections) {
                connection.send(beacons);
            }
            while (System.nanoTime() < end) {
                if (selector.select(LONGEST_SILENCE.toMillis()) == 0) {
                    throw new IllegalStateException("no answer within " + LONGEST_SILENCE);
                }
                for (var key : selector.selectedKeys()) {
                    take((Connection) key.attachment());
                }
                selector.selectedKeys().clear();
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            for (var connection : connections) {
                connection.close();
            }
            return new Result(latencies, answered, other, seconds);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void take(Connection connection) throws IOException {
        int status = connection.read();
        if (status == Connection.NOT_YET) {
            return;
        }
        if (status == 204) {
            answered++;
            latencies.add(connection.waited());
        } else {
            other++;
        }
        connection.send(beacons);
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
