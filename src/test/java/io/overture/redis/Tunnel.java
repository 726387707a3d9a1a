package io.overture.redis;

import io.overture.RedisServer;
import io.overture.RedisUsers;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A way to Redis on which replies can get lost, by the connection's end or in silence. */
public final class Tunnel implements AutoCloseable {

    private volatile int redis;
    private final ServerSocket entrance;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger repliesToCut = new AtomicInteger();
    private volatile boolean silent;

    public Tunnel(int redisPort) throws IOException {
        this.redis = redisPort;
        this.entrance = new ServerSocket(0, 64, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    /** Where it begins, on this machine. */
    public int port() {
        return entrance.getLocalPort();
    }

    /** As {@link RedisServer#url} of what is at its end. */
    public String url() {
        return RedisUsers.signedIn("redis", port());
    }

    /** The next so many replies are lost, and the connection with each. */
    public void cutNextReplies(int count) {
        repliesToCut.set(count);
    }

    /** From now on new connections lead to another Redis; those that are open stay where they are. */
    public void lead(int redisPort) {
        redis = redisPort;
    }

    /** From now on no reply arrives, on connections old and new, or they do again. */
    public void silent(boolean nothingArrives) {
        silent = nothingArrives;
    }

    private void accept() {
        try {
            while (true) {
                connect(entrance.accept());
            }
        } catch (IOException closed) {
            closeAll();
        }
    }

    private void connect(Socket client) throws IOException {
        try {
            var server = new Socket(InetAddress.getLoopbackAddress(), redis);
            open.add(client);
            open.add(server);
            Thread.ofVirtual().start(() -> forward(client, server, false));
            Thread.ofVirtual().start(() -> forward(server, client, true));
        } catch (ConnectException away) {
            client.close();
        }
    }

    private void forward(Socket from, Socket to, boolean replies) {
        try (from;
                to) {
            pump(from.getInputStream(), to.getOutputStream(), replies);
        } catch (IOException ended) {
            open.remove(from);
        }
    }

    private void pump(InputStream in, OutputStream out, boolean replies) throws IOException {
        var buffer = new byte[64 * 1024];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            if (replies && repliesToCut.get() > 0 && repliesToCut.getAndDecrement() > 0) {
                return;
            }
            if (!replies || !silent) {
                out.write(buffer, 0, read);
            }
        }
    }

    private void closeAll() {
        for (var socket : open) {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void close() throws IOException {
        entrance.close();
    }
}
