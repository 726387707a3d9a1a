package io.overture.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code overture nodes}: which nodes run, and what each carries. */
@Command(
        name = "nodes",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Lists the nodes of a region.",
        description = {
            "Lists the nodes of a region: when each started, its version, what it carries, and whether it drains.",
            "",
            "Exits with 2 when Redis has told nothing lately, so that the list is an old one.",
            ""
        })
final class NodesCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private final Reach reach = new Reach();

    @Option(names = "--json", description = "Print the service's answer as it is.")
    private boolean json;

    NodesCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Trouble {
        var answer = reach.service(terminal).done("GET", "/v1/nodes").json();
        if (json) {
            terminal.out().println(answer);
        } else {
            table(answer).lines().forEach(terminal.out()::println);
        }
        if (answer.path("stale").asBoolean()) {
            terminal.err()
                    .println("overture: Redis has told nothing lately; this is how it was at "
                            + time(answer.path("at")));
            return Exit.FOUND;
        }
        return Exit.OK;
    }

    private static Table table(JsonNode answer) {
        var table = new Table("NODE", "REGION", "STATE", "STARTED", "VERSION", "SOCKETS", "BEACONS/S", "CLOCK");
        for (var node : answer.path("nodes")) {
            table.row(
                    node.path("id").asText(),
                    answer.path("region").asText(),
                    node.path("state").asText(),
                    time(node.path("started")),
                    text(node.path("version"), ""),
                    text(node.path("sockets"), ""),
                    text(node.path("beaconsPerSecond"), ""),
                    text(node.path("clockOffMillis"), " ms"));
        }
        return table;
    }

    private static String time(JsonNode millis) {
        return millis.isNumber()
                ? Instant.ofEpochMilli(millis.asLong())
                        .truncatedTo(ChronoUnit.SECONDS)
                        .toString()
                : "-";
    }

    private static String text(JsonNode value, String unit) {
        return value.isValueNode() ? value.asText() + unit : "-";
    }
}
