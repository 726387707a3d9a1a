package io.overture.attack;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** A connection that is in no hurry: it says what it likes, and reads only when told. */
final class Peer implements AutoCloseable {

    private static final int SMALL = 16 * 1024;
    private static final Duration PAUSE = Duration.ofMillis(2);

    private final SocketChannel channel;

    Peer(URI base) throws IOException {
        channel = SocketChannel.open();
        channel.socket().setReceiveBufferSize(SMALL);
        channel.connect(new InetSocketAddress(base.getHost(), base.getPort()));
        channel.configureBlocking(false);
    }

    void says(String text) throws IOException {
        says(ByteBuffer.wrap(text.getBytes(US_ASCII)), Duration.ofSeconds(5));
    }

    /** Whether the other end is still there to take it; takes its time to say so. */
    boolean takes(String text, Duration pause) {
        LockSupport.parkNanos(pause.toNanos());
        var bytes = ByteBuffer.wrap(text.getBytes(US_ASCII));
        try {
            channel.write(bytes);
            return true;
        } catch (IOException hungUp) {
            return false;
        }
    }

    /** How much of it was taken in that time, or until the other end hung up. */
    int says(ByteBuffer bytes, Duration within) {
        long end = System.nanoTime() + within.toNanos();
        try {
            while (bytes.hasRemaining() && System.nanoTime() < end) {
                if (channel.write(bytes) == 0) {
                    LockSupport.parkNanos(PAUSE.toNanos());
                }
            }
        } catch (IOException hungUp) {
            return bytes.position();
        }
        return bytes.position();
    }

    /** Whether the other end hangs up within that time; whatever it says is read and thrown away. */
    boolean isHungUpOn(Duration within) {
        long end = System.nanoTime() + within.toNanos();
        var ignored = ByteBuffer.allocate(SMALL);
        try {
            do {
                ignored.clear();
                int read = channel.read(ignored);
                if (read < 0) {
                    return true;
                }
                if (read == 0) {
                    LockSupport.parkNanos(PAUSE.toNanos());
                }
            } while (System.nanoTime() < end);
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    /** The first of an answer, as much as there is within that time. */
    String hears(Duration within) throws IOException {
        var heard = ByteBuffer.allocate(SMALL);
        long end = System.nanoTime() + within.toNanos();
        while (heard.position() == 0 && System.nanoTime() < end) {
            if (channel.read(heard) < 0) {
                break;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return new String(heard.array(), 0, heard.position(), US_ASCII);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
