package io.overture;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** What came of a command of the packaged executable, run as a process of its own. */
record Ran(int code, String out, String err) {

    private static final int SECONDS = 120;

    /** @param environment beside the test's own */
    static Ran overture(Map<String, String> environment, String input, String... args) {
        var line = new ArrayList<>(Node.command());
        line.addAll(List.of(args));
        var builder = new ProcessBuilder(line);
        builder.environment().putAll(environment);
        try {
            var process = builder.start();
            var err = CompletableFuture.supplyAsync(() -> text(process.getErrorStream()));
            var out = CompletableFuture.supplyAsync(() -> text(process.getInputStream()));
            try (var stdin = process.getOutputStream()) {
                stdin.write(input.getBytes(UTF_8));
            }
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("overture " + List.of(args) + " does not end");
            }
            return new Ran(process.exitValue(), out.join(), err.join());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    JsonNode json() {
        return Operator.parse(out);
    }

    List<JsonNode> lines() {
        return out.lines().map(Operator::parse).toList();
    }

    private static String text(InputStream stream) {
        try (stream) {
            return new String(stream.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
