package io.overture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * A child process that cannot outlive this JVM: a shell between the two kills it when the pipe to us closes, which
 * the kernel sees to even after SIGKILL.
 */
public final class Leash {
    private static final Duration LOOK = Duration.ofMillis(20);
    private static final Duration LONGEST_END = Duration.ofSeconds(30);
    private static final String SHIM = """
            exec 3<&0
            "$@" 3<&- >>"$LEASH_LOG" 2>&1 &
            child=$!
            echo $child
            (read -r end <&3; kill -KILL $child) >/dev/null 2>&1 &
            keeper=$!
            wait $child
            status=$?
            kill $keeper 2>/dev/null
            exit $status
            """;

    private final Process shell;
    private final Optional<ProcessHandle> child;
    private final Path log;

    private Leash(Process shell, Path log) throws IOException {
        this.shell = shell;
        this.log = log;
        this.child = ProcessHandle.of(Long.parseLong(shell.inputReader().readLine()));
    }

    /** Starts a command, what it prints appended to a file. */
    public static Leash start(List<String> command, Map<String, String> environment, Path log) {
        var line = new ArrayList<>(List.of("sh", "-c", SHIM, "leash"));
        line.addAll(command);
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            Files.writeString(log, "");
            var builder = new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.DISCARD);
            builder.environment().put("LEASH_LOG", log.toAbsolutePath().toString());
            builder.environment().putAll(environment);
            return new Leash(builder.start(), log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns once it answers; says what it printed if it ends or takes longer than it may. */
    public void awaitAnswer(Duration atMost, BooleanSupplier answers) {
        long until = System.nanoTime() + atMost.toNanos();
        while (alive() && !answers.getAsBoolean()) {
            if (System.nanoTime() > until) {
                kill();
            }
            rest();
        }
        if (!alive()) {
            throw new IllegalStateException("Did not start. Its log:\n" + log());
        }
    }

    /** Of the child, not of the shell that guards it. */
    public long pid() {
        return child.orElseThrow().pid();
    }

    public boolean alive() {
        return child.map(ProcessHandle::isAlive).orElse(false);
    }

    /** SIGKILL; returns once it is gone. */
    public void kill() {
        child.ifPresent(ProcessHandle::destroyForcibly);
        awaitEnd();
    }

    /** SIGTERM; returns once it is gone, which it may take its time for. */
    void stop() {
        child.ifPresent(ProcessHandle::destroy);
        awaitEnd();
    }

    /** SIGTERM, and no waiting. */
    void ask() {
        child.ifPresent(ProcessHandle::destroy);
    }

    /** SIGSTOP: it stands still, with everything it holds. */
    void freeze() {
        signal("-STOP");
    }

    /** SIGCONT: it goes on where it stood, as if no time had passed. */
    void thaw() {
        signal("-CONT");
    }

    private void signal(String which) {
        var pid = child.orElseThrow().pid();
        try {
            new ProcessBuilder("kill", which, "" + pid).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Its exit code, once it is gone; 128 and the signal if one ended it. */
    int exitCode() {
        awaitEnd();
        return shell.exitValue();
    }

    public String log() {
        try {
            return Files.readString(log, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void rest() {
        try {
            Thread.sleep(LOOK);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void awaitEnd() {
        awaitEnd(LONGEST_END);
    }

    /** SIGTERM; returns once it is gone, and fails if it is not by then. */
    void stop(Duration atMost) {
        ask();
        awaitEnd(atMost);
    }

    private void awaitEnd(Duration atMost) {
        try {
            if (!shell.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                child.ifPresent(ProcessHandle::destroyForcibly);
                throw new IllegalStateException("Did not end within " + atMost.toSeconds() + " s. Its log:\n" + log());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
