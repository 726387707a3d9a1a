package io.overture.bench;

import io.overture.bench.BareEndpoint.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Builds beside each other and beside two bare endpoints: one that does equal work and one that writes a single key. They
 * take turns in one run, so that what slows this machine slows all.
 */
final class Throughput implements AutoCloseable {

    private static final String LOOPS = "vert.x-eventloo";
    private static final String SCRIPTS = "evalsha";

    private final Effort effort;
    private final List<Contender> builds = new ArrayList<>();
    private final List<Contender> all = new ArrayList<>();

    Throughput(Effort effort) {
        this.effort = effort;
    }

    /** Prints a column for each build, then the two bare endpoints'. */
    void measure(List<Build> wanted) {
        Bench.say("Driven by %s", Generator.name());
        for (var build : wanted) {
            builds.add(take(Contender.of(build)));
        }
        var equal = equalWork(builds.getFirst());
        take(Contender.bare("bare, equal work", equal));
        take(Contender.bare("bare, one key", Work.oneKey(valueBytes(builds.getFirst()) + Beacons.USUAL_BYTES)));
        all.stream().skip(builds.size()).forEach(each -> each.warmUp(effort));
        var before = scrapes();
        for (int round = 0; round < effort.rounds(); round++) {
            (round % 2 == 0 ? all : all.reversed()).forEach(each -> each.round(effort));
        }
        var steps = steps(before);
        // The first of them warms up the generator.
        for (int round = 0; round <= effort.rounds(); round++) {
            boolean counts = round > 0;
            (round % 2 == 0 ? all : all.reversed()).forEach(each -> each.halfRound(effort, counts));
        }
        print(equal, steps);
    }

    /** The first build, which goes on running. */
    Contender first() {
        return builds.getFirst();
    }

    private Contender take(Contender contender) {
        all.add(contender);
        return contender;
    }

    /** As much as the first build does once it is warm. */
    private Work equalWork(Contender like) {
        builds.forEach(each -> each.warmUp(effort));
        var commands = like.asked(effort);
        // Every commit writes a value, and hardly anything else does.
        double commits = commands.count("set");
        var work = new Work(
                (int) Math.max(1, like.server().look().threads(LOOPS)),
                valueBytes(like),
                (int) Math.max(1, like.figures().journalEntry() * commands.count("xadd") / commits),
                (int) Math.round(100 * commands.count("zadd", "zrem") / commits));
        Bench.say("Equal work: %s", work);
        return work;
    }

    private static int valueBytes(Contender contender) {
        return (int) contender.figures().perVisitor().value();
    }

    private void print(Work equal, List<String> steps) {
        var bare = all.get(builds.size());
        row("beacons/s", "%,.0f", each -> each.side().perSecond());
        Bench.cells("rounds, beacons/s", all.stream().map(Throughput::rates).toList());
        row("p50, ms", "%.1f", each -> each.side().percentile(0.5));
        row("p99, ms", "%.1f", each -> each.side().percentile(0.99));
        row("at half of its rate: p50, ms", "%.1f", each -> each.half().percentile(0.5));
        row("at half of its rate: p99, ms", "%.1f", each -> each.half().percentile(0.99));
        row(
                "CPU µs a beacon: service",
                "%.0f",
                each -> micros(each, each.cost().service().cpu()));
        row(
                "CPU µs a beacon: Redis",
                "%.0f",
                each -> micros(each, each.cost().redis().cpu()));
        row(
                "CPU µs a beacon: generator (" + Generator.name() + ")",
                "%.0f",
                each -> micros(each, each.side().generatorCpu()));
        row("CPU µs a beacon: together", "%.0f", Contender::cpu);
        row("against bare with equal work, by CPU", "%.2f", each -> bare.cpu() / each.cpu());
        row(
                "against bare with equal work, by the clock",
                "%.2f",
                each -> each.side().perSecond() / bare.side().perSecond());
        row(
                "service CPU against bare's",
                "%.1f ×",
                each -> micros(each, each.cost().service().cpu())
                        / micros(bare, bare.cost().service().cpu()));
        if (builds.size() > 1) {
            row(builds, "against the first, by CPU", "%.3f", each -> first().cpu() / each.cpu());
            row(
                    builds,
                    "against the first, by the clock",
                    "%.3f",
                    each -> each.side().perSecond() / first().side().perSecond());
        }
        row(
                "allocated a beacon, KB",
                "%.1f",
                each -> each.onJvm() ? each.each(each.cost().allocated()) / 1024 : Double.NaN);
        row(
                "voluntary context switches a beacon",
                "%.2f",
                each -> each.each(each.cost().service().switches()));
        row(
                "Redis: `GET`s a beacon",
                "%.3f",
                each -> each.each(each.cost().commands().count("get")));
        row(
                "Redis: scripts a beacon",
                "%.3f",
                each -> each.each(each.cost().commands().count(SCRIPTS)));
        row(
                "Redis: all commands a beacon, in scripts too",
                "%.2f",
                each -> each.each(each.cost().commands().all()));
        Bench.cells("round trips a step; commits retried", steps);
        row("JIT, % of service CPU", "%.1f", each -> 100 * each.cost().service().jitShare());
        row("GC, % of service CPU", "%.1f", each -> 100 * each.cost().service().gcShare());
        Bench.cells(
                "warm-up", all.stream().map(each -> each.warmth().describe()).toList());
        row(
                "not answered with 204",
                "%.0f",
                each -> each.side().other() + each.half().other());
        Bench.cells(
                "event loops; bytes of value, entry; alarms moved",
                List.of("%d; %d, %d; %d %%".formatted(equal.loops(), equal.value(), equal.entry(), equal.alarms())));
    }

    private List<Scrape> scrapes() {
        return builds.stream()
                .map(each -> Scrape.of(List.of(each.server().managementPort())))
                .toList();
    }

    private List<String> steps(List<Scrape> before) {
        var after = scrapes();
        return IntStream.range(0, builds.size())
                .mapToObj(i -> Steps.between(before.get(i), after.get(i)).describe())
                .toList();
    }

    private void row(String name, String format, Function<Contender, Number> figure) {
        row(all, name, format, figure);
    }

    private static void row(List<Contender> of, String name, String format, Function<Contender, Number> figure) {
        Bench.cells(
                name, of.stream().map(figure).map(each -> cell(format, each)).toList());
    }

    private static String cell(String format, Number figure) {
        return Double.isNaN(figure.doubleValue()) ? "–" : format.formatted(figure.doubleValue());
    }

    private static double micros(Contender contender, double seconds) {
        return contender.each(seconds * 1e6);
    }

    private static String rates(Contender contender) {
        return contender.side().rates().stream().map("%,.0f"::formatted).collect(Collectors.joining("; "));
    }

    @Override
    public void close() {
        all.forEach(Contender::close);
    }
}
