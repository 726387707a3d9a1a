package io.overture.bench;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** One kept HTTP/1.1 connection with one request under way. */
final class Connection {

    static final int NOT_YET = -1;

    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)");
    private static final int STATUS_FROM = 9;
    private static final int STATUS_TO = 12;

    private final SocketChannel channel;
    private final String path;
    private final ByteBuffer in = ByteBuffer.allocate(64 * 1024);
    private long sentAt;

    Connection(SocketChannel channel, String path) {
        this.channel = channel;
        this.path = path;
    }

    /** @param at from when on it waits for the answer, as {@code System.nanoTime()} has it */
    void send(Beacons beacons, long at) throws IOException {
        var request = beacons.next(path);
        in.clear();
        sentAt = at;
        while (request.hasRemaining()) {
            channel.write(request);
        }
    }

    /** The status of an answer that has arrived as a whole, else {@link #NOT_YET}. */
    int read() throws IOException {
        if (channel.read(in) < 0) {
            throw new EOFException("the server closed a connection");
        }
        var text = new String(in.array(), 0, in.position(), StandardCharsets.ISO_8859_1);
        int head = text.indexOf("\r\n\r\n");
        if (head < 0) {
            return NOT_YET;
        }
        int status = Integer.parseInt(text.substring(STATUS_FROM, STATUS_TO));
        if (status == 204) {
            return status;
        }
        var length = LENGTH.matcher(text);
        int body = length.find() ? Integer.parseInt(length.group(1)) : 0;
        return text.length() < head + 4 + body ? NOT_YET : status;
    }

    long waited() {
        return System.nanoTime() - sentAt;
    }

    void close() throws IOException {
        channel.close();
    }
}
