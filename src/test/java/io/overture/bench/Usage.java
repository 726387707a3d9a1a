package io.overture.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;

/**
 * What a process used up between two looks at Linux's {@code /proc}. The whole is exact to a tick of ten milliseconds;
 * its threads are those that were there at the second look, so that one that ended meanwhile is missing.
 *
 * @param cpu seconds of CPU of the whole process
 * @param jit of which its compiler threads
 * @param gc of which its collector's threads
 * @param switches voluntary context switches of its threads
 */
record Usage(double cpu, double jit, double gc, double switches) {

    private static final double TICKS_A_SECOND = 100;
    private static final int USER_TICKS = 11;
    private static final int SYSTEM_TICKS = 12;
    private static final Pattern SWITCHES = Pattern.compile("(?m)^voluntary_ctxt_switches:\\s*(\\d+)");

    /** The names of HotSpot's threads, of which the kernel keeps fifteen characters. */
    private static final Pattern JIT = Pattern.compile("C[12] Compiler.*");

    /** The serial collector works in the VM thread. */
    private static final Pattern GC = Pattern.compile("GC Thread.*|G1 .*|VM Thread|Z[A-Z][a-z]+.*|Shenandoah.*");

    /** What a process had used up so far. */
    record Look(double cpu, Map<Long, Thread> threads) {

        Usage since(Look before) {
            return new Usage(
                    cpu - before.cpu,
                    sum(before, JIT.asMatchPredicate(), Thread::cpu),
                    sum(before, GC.asMatchPredicate(), Thread::cpu),
                    sum(before, _ -> true, Thread::switches));
        }

        /** Threads that have begun to work, by what their names begin with. */
        long threads(String prefix) {
            return threads.values().stream()
                    .filter(each -> each.name.startsWith(prefix))
                    .count();
        }

        private double sum(Look before, Predicate<String> named, ToDoubleFunction<Thread> figure) {
            double sum = 0;
            for (var each : threads.entrySet()) {
                if (named.test(each.getValue().name)) {
                    var earlier = before.threads.get(each.getKey());
                    sum += figure.applyAsDouble(each.getValue())
                            - (earlier == null ? 0 : figure.applyAsDouble(earlier));
                }
            }
            return sum;
        }
    }

    record Thread(String name, double cpu, long switches) {}

    static Look of(long pid) {
        var process = Path.of("/proc", "" + pid);
        var threads = new HashMap<Long, Thread>();
        try (var tasks = Files.newDirectoryStream(process.resolve("task"))) {
            for (var task : tasks) {
                try {
                    var stat = read(task.resolve("stat"));
                    var thread = new Thread(name(stat), cpu(stat), switches(read(task.resolve("status"))));
                    threads.put(Long.parseLong(task.getFileName().toString()), thread);
                } catch (IOException ended) {
                    continue;
                }
            }
            return new Look(cpu(read(process.resolve("stat"))), threads);
        } catch (IOException e) {
            throw new UncheckedIOException("Needs Linux's /proc", e);
        }
    }

    Usage plus(Usage other) {
        return new Usage(cpu + other.cpu, jit + other.jit, gc + other.gc, switches + other.switches);
    }

    /** Of all its CPU; zero when it had none. */
    double jitShare() {
        return cpu == 0 ? 0 : jit / cpu;
    }

    double gcShare() {
        return cpu == 0 ? 0 : gc / cpu;
    }

    /** Seconds, from a line of {@code /proc/…/stat}, whose second field may contain blanks and brackets. */
    static double cpu(String stat) {
        var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[USER_TICKS]) + Long.parseLong(fields[SYSTEM_TICKS])) / TICKS_A_SECOND;
    }

    static String name(String stat) {
        return stat.substring(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
    }

    static long switches(String status) {
        var matcher = SWITCHES.matcher(status);
        return matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
    }

    private static String read(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
}
