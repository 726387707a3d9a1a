package io.overture;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Several nodes behind one address, as a deployment has them: one joins before the one it replaces is asked to leave. */
public final class Fleet implements AutoCloseable {

    private final Supplier<Node> start;
    private final RoundRobin ingress = new RoundRobin();
    private final List<Node> nodes = new ArrayList<>();

    /** How a node ended: its exit code, and the time from SIGTERM until it was gone. */
    public record Retirement(int exitCode, Duration took) {}

    /** @param start returns a node that is ready */
    public Fleet(int size, Supplier<Node> start) {
        this.start = start;
        Stream.generate(() -> CompletableFuture.supplyAsync(start))
                .limit(size)
                .toList()
                .forEach(starting -> enter(starting.join()));
    }

    /** Where visitors find it, with no slash at the end. */
    public URI base() {
        return ingress.base();
    }

    /** Those that run, the longest there first. */
    public List<Node> nodes() {
        return List.copyOf(nodes);
    }

    /** Starts one more. */
    public Node join() {
        var node = start.get();
        enter(node);
        return node;
    }

    /** Starts another in its place, and asks it to leave. */
    public Retirement replace(Node node) {
        join();
        return retire(node);
    }

    public Retirement retire(Node node) {
        long asked = System.nanoTime();
        node.askToLeave();
        int code = node.exitCode();
        var took = Duration.ofNanos(System.nanoTime() - asked);
        nodes.remove(node);
        ingress.remove(node);
        return new Retirement(code, took);
    }

    @Override
    public void close() {
        ingress.close();
        nodes.forEach(Node::close);
    }

    private void enter(Node node) {
        nodes.add(node);
        ingress.add(node);
    }
}
