package io.overture;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A plain connection to one Redis, which knows nothing of clusters: for judging ours, and for setting one up. */
public final class Resp implements AutoCloseable {

    private static final int PATIENCE = 2_000;

    private final Socket socket = new Socket();
    private final InputStream in;
    private final OutputStream out;

    /** Redis refused. */
    public static final class Refused extends IOException {
        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message);
        }
    }

    public Resp(int port) throws IOException {
        socket.connect(new InetSocketAddress("127.0.0.1", port), PATIENCE);
        socket.setSoTimeout(PATIENCE);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
        out = socket.getOutputStream();
    }

    /** One command on a connection of its own. */
    public static String once(int port, String... command) throws IOException {
        try (var connection = new Resp(port)) {
            return String.valueOf(connection.ask(command));
        }
    }

    /**
     * A string, a {@link Long}, a list of those, or null.
     *
     * @throws Refused with Redis' own words
     */
    public @Nullable Object ask(String... command) throws IOException {
        var text = new StringBuilder("*" + command.length + "\r\n");
        for (var word : command) {
            int bytes = word.getBytes(StandardCharsets.UTF_8).length;
            text.append('$').append(bytes).append("\r\n").append(word).append("\r\n");
        }
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        out.flush();
        return answer();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private @Nullable Object answer() throws IOException {
        var line = line();
        var rest = line.substring(1);
        return switch (line.charAt(0)) {
            case '+' -> rest;
            case '-' -> throw new Refused(rest);
            case ':' -> Long.valueOf(rest);
            case '$' -> text(Integer.parseInt(rest));
            case '*' -> list(Integer.parseInt(rest));
            default -> throw new IOException("not an answer: " + line);
        };
    }

    private @Nullable String text(int length) throws IOException {
        if (length < 0) {
            return null;
        }
        var bytes = in.readNBytes(length + 2);
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    private List<@Nullable Object> list(int length) throws IOException {
        var all = new ArrayList<@Nullable Object>();
        for (int i = 0; i < length; i++) {
            all.add(answer());
        }
        return all;
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int read = in.read(); read != '\r'; read = in.read()) {
            if (read < 0) {
                throw new EOFException();
            }
            line.append((char) read);
        }
        in.skipNBytes(1);
        return line.toString();
    }
}
