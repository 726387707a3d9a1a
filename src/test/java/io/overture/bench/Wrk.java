package io.overture.bench;

import io.overture.bench.Load.Result;
import io.overture.bench.Load.Target;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** The same beacons sent by wrk on one thread, at half of our own generator's CPU. {@code bench/beacons.lua} makes them. */
final class Wrk implements Generator {

    private static final String SCRIPT = "bench/beacons.lua";

    private final Target target;
    private final Beacons beacons;

    Wrk(Target target, Beacons beacons) {
        this.target = target;
        this.beacons = beacons;
    }

    static boolean isInstalled() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "wrk")));
    }

    /** @param length in whole seconds, or the next whole second */
    @Override
    public Result run(Duration length) {
        try {
            var bodies = Files.writeString(Files.createTempFile("bodies", ".lua"), beacons.asLua());
            try {
                var said = WrkOutput.of(ask(bodies, length.plusMillis(999).toSeconds()));
                beacons.goOnAfter(said.made());
                return said.result();
            } finally {
                Files.delete(bodies);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String ask(Path bodies, long seconds) throws IOException, InterruptedException {
        var url = "http://127.0.0.1:" + target.port() + target.path();
        var wrk = new ProcessBuilder(List.of(
                        "wrk",
                        "-t1",
                        "-c" + Load.CONNECTIONS,
                        "-d" + seconds,
                        "--timeout",
                        "10",
                        "-s",
                        SCRIPT,
                        url,
                        "--",
                        bodies.toString(),
                        "" + beacons.made()))
                .redirectErrorStream(true)
                .start();
        var said = new String(wrk.getInputStream().readAllBytes());
        if (wrk.waitFor() != 0) {
            throw new IllegalStateException("wrk failed: " + said);
        }
        return said;
    }
}
