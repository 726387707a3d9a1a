package io.overture.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code overture drain NODE}: sends everybody elsewhere, and leaves the node running. */
@Command(
        name = "drain",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Empties a node, which runs on; --undo takes it back.",
        description = {
            "Drains a node: it says it is not ready, asks its sockets to go elsewhere and takes no new ones, and answers"
                    + " whatever still comes. It runs on until it is stopped, or taken back with --undo.",
            "",
            "Any node takes the request; the named one acts on it within two seconds. A node that is started again has"
                    + " another name and does not drain. The last node that serves is drained only with --force.",
            ""
        })
final class DrainCommand implements Callable<Integer> {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private final Terminal terminal;

    @Mixin
    private final Reach reach = new Reach();

    @Parameters(paramLabel = "NODE", description = "The node's name, as overture nodes lists it.")
    private String node = "";

    @Option(names = "--undo", description = "Take it back: the node is ready again, and gets new sockets.")
    private boolean undo;

    @Option(names = "--force", description = "Drain it even if no other node serves.")
    private boolean force;

    @Option(
            names = "--wait",
            description = "Return once it has no sockets any more; with --undo, once it serves again.")
    private boolean wait;

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            defaultValue = "120",
            description = "With --wait, how long at most. Default: ${DEFAULT-VALUE}.")
    private int patience;

    @Option(names = "--json", description = "Print the outcome as JSON.")
    private boolean json;

    DrainCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Trouble {
        var service = reach.service(terminal);
        var path = "/v1/nodes/" + Service.segment(node) + "/drain" + (force && !undo ? "?force=true" : "");
        var answer = service.ask(undo ? "DELETE" : "POST", path);
        if (!answer.isFine()) {
            var way = answer.isAbout("/force") ? "; --force drains it all the same" : "";
            throw new Trouble(service.base() + " answered " + answer.problem() + way);
        }
        if (wait) {
            await(service);
        }
        say();
        return Exit.OK;
    }

    private void say() {
        if (json) {
            var outcome = JsonNodeFactory.instance
                    .objectNode()
                    .put("node", node)
                    .put("asked", undo ? "serve" : "drain")
                    .put("done", wait);
            terminal.out().println(outcome);
        } else if (undo) {
            terminal.out().println(node + (wait ? " serves again" : " is asked to serve again"));
        } else {
            terminal.out().println(node + (wait ? " has no sockets any more" : " is asked to drain"));
        }
    }

    private void await(Service service) throws Trouble {
        long until = System.nanoTime() + Duration.ofSeconds(patience).toNanos();
        while (!isThere(service)) {
            if (System.nanoTime() > until) {
                throw new Trouble(node + (undo ? " does not serve yet" : " still has sockets, or has not begun")
                        + " after " + patience + " s; it goes on without us waiting");
            }
            rest();
        }
    }

    /** A node that is gone has no sockets either; one that does not answer for a moment is asked again. */
    private boolean isThere(Service service) throws Trouble {
        try {
            var answer = service.get("/v1/nodes");
            if (answer.status() == 503) {
                return false;
            }
            if (!answer.isFine()) {
                throw new Trouble(service.base() + " answered " + answer.problem());
            }
            var all = answer.json();
            return !all.path("stale").asBoolean() && isThere(find(all));
        } catch (Unreached forAMoment) {
            return false;
        }
    }

    private boolean isThere(Optional<JsonNode> found) throws Trouble {
        if (found.isEmpty()) {
            if (undo) {
                throw new Trouble(node + " is gone");
            }
            return true;
        }
        var state = found.get().path("state").asText();
        return undo
                ? state.equals("serving")
                : state.equals("draining") && found.get().path("sockets").asLong(1) == 0;
    }

    private Optional<JsonNode> find(JsonNode all) {
        return StreamSupport.stream(all.path("nodes").spliterator(), false)
                .filter(each -> each.path("id").asText().equals(node))
                .findFirst();
    }

    private static void rest() throws Trouble {
        try {
            Thread.sleep(BETWEEN_LOOKS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble("interrupted");
        }
    }
}
