package io.overture;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * An ingress in little: gives each new connection to the next node that says it is ready, and carries bytes both ways until
 * either end closes. Where no node takes it the connection is closed; of what was open at a node that died both ends learn.
 */
public final class RoundRobin implements AutoCloseable {

    private static final Duration PROBE = Duration.ofMillis(100);

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final NetClient client = vertx.createNetClient();
    private final NetServer server = vertx.createNetServer();
    private final ScheduledExecutorService probes = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("readiness").factory());
    private final List<Node> nodes = new CopyOnWriteArrayList<>();
    private volatile List<Node> ready = List.of();
    private int turn;

    public RoundRobin() {
        server.connectHandler(near -> {
                    near.pause();
                    forward(near, ready.size());
                })
                .listen(Ports.free(), "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        probes.scheduleWithFixedDelay(this::look, 0, PROBE.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** With no slash at the end. */
    public URI base() {
        return URI.create("http://127.0.0.1:" + server.actualPort());
    }

    /** From the next look at who is ready. */
    public void add(Node node) {
        nodes.add(node);
        look();
    }

    public void remove(Node node) {
        nodes.remove(node);
        look();
    }

    @Override
    public void close() {
        probes.shutdownNow();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private synchronized void look() {
        ready = nodes.stream().filter(Node::ready).toList();
    }

    private void forward(NetSocket near, int attempts) {
        var among = ready;
        if (attempts <= 0 || among.isEmpty()) {
            near.close();
            return;
        }
        var node = among.get(Math.floorMod(turn++, among.size()));
        client.connect(node.base().getPort(), node.base().getHost())
                .onSuccess(far -> {
                    near.closeHandler(closed -> far.close());
                    far.closeHandler(closed -> near.close());
                    near.pipeTo(far);
                    far.pipeTo(near);
                })
                .onFailure(dead -> forward(near, attempts - 1));
    }
}
