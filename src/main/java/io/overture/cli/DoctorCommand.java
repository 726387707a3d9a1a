package io.overture.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code overture doctor}: what is configured, what can be reached, and what will go wrong. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Says what is configured, what can be reached, and what will go wrong.",
        description = {
            "Examines a region: asks a node what is configured, what it can reach, which Redis settings lose data, which"
                    + " triggers can never hold, and how far clocks are apart; and looks at the way from here to it.",
            "",
            "With --settings it asks no service, but looks at the environment it is itself started in, as a node would"
                    + " find it.",
            "",
            "Exits with 2 when there is a warning, with 1 when something fails. Nothing secret is printed.",
            ""
        })
final class DoctorCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private final Reach reach = new Reach();

    @Option(names = "--settings", description = "Look at this environment's settings; no service is needed.")
    private boolean settings;

    @Option(names = "--json", description = "Print all findings as one JSON object.")
    private boolean json;

    DoctorCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Trouble {
        var findings = settings ? new Settings(terminal, reach).examine() : examine(reach.service(terminal));
        print(findings);
        return code(findings);
    }

    private static List<Finding> examine(Service service) {
        var findings = new ArrayList<Finding>();
        var way = new Way(service, Clock.systemUTC());
        findings.addAll(way.findings());
        way.answer().path("checks").forEach(check -> findings.add(Finding.of(check)));
        return findings;
    }

    private void print(List<Finding> findings) {
        if (json) {
            var checks = JsonNodeFactory.instance.arrayNode();
            findings.forEach(each -> checks.add(each.json()));
            terminal.out().println(JsonNodeFactory.instance.objectNode().set("checks", checks));
        } else {
            findings.forEach(each -> terminal.out()
                    .println("%-4s  %s: %s%s"
                            .formatted(
                                    each.state(),
                                    each.id(),
                                    each.says(),
                                    each.see().isEmpty() || each.state().equals(Finding.OK)
                                            ? ""
                                            : " (" + each.see() + ")")));
        }
    }

    private static int code(List<Finding> findings) {
        if (findings.stream().anyMatch(each -> each.state().equals(Finding.FAIL))) {
            return Exit.ERROR;
        }
        return findings.stream().allMatch(each -> each.state().equals(Finding.OK)) ? Exit.OK : Exit.FOUND;
    }
}
