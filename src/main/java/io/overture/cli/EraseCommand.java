package io.overture.cli;

import io.overture.cli.Subject.Kind;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code overture erase}: forgets people in every region, with a receipt of each. */
@Command(
        name = "erase",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Forgets people in every region, with receipts.",
        description = {
            "Erases clients and visitors in every region named, and prints a receipt for each person and region.",
            "",
            "A region that does not answer, or refuses for the moment, is asked again until --patience is over. Exits"
                    + " with 1 if any region did not confirm, and names it; run it again then: it may be repeated at will.",
            "",
            "Receipts say how much was erased, never what. They hold the id you gave, for that is what has to be erased"
                    + " again after a backup is restored: keep them no longer than your backups.",
            ""
        })
final class EraseCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private final Reach reach = new Reach();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--client", paramLabel = "ID", description = "A client, by the house's id. May be repeated.")
    private List<String> clients = List.of();

    @Option(
            names = "--visitor",
            paramLabel = "HANDLE",
            description = "A visitor, by the handle of the browser. May be repeated.")
    private List<String> visitors = List.of();

    @Option(
            names = "--from",
            paramLabel = "FILE",
            description = "Everybody in a file: a JSON object a line with \"client\" or \"visitor\", as receipts are."
                    + " - is standard input.")
    private String from = "";

    @Option(
            names = "--regions",
            paramLabel = "URL",
            split = ",",
            required = true,
            description = "Addresses of all regions, with commas between them. The same credentials are shown at each.")
    private List<String> regions = List.of();

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "How long a region that does not answer is asked again. Default: ${DEFAULT-VALUE}.")
    private int patience;

    @Option(
            names = "--pseudonymous",
            description = "Receipts hold a digest in place of the id. They cannot be read back with --from.")
    private boolean pseudonymous;

    @Option(names = "--json", description = "Print receipts as JSON, one a line.")
    private boolean json;

    private int receipts;

    EraseCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Trouble {
        var subjects = subjects();
        var services = services();
        var open = new ConcurrentSkipListSet<String>();
        var working = services.stream()
                .map(service -> Thread.ofVirtual().start(() -> erase(service, subjects, open)))
                .toList();
        for (var each : working) {
            join(each);
        }
        if (!open.isEmpty()) {
            throw new Trouble("not confirmed by " + String.join(", ", open) + ": run it again");
        }
        if (receipts < subjects.size() * services.size()) {
            throw new Trouble("something failed before everybody was asked for: run it again");
        }
        if (terminal.out().checkError()) {
            throw new Trouble("receipts could not be written: run it again");
        }
        return Exit.OK;
    }

    private Set<Subject> subjects() throws Trouble {
        var subjects = new LinkedHashSet<Subject>();
        Stream.concat(of(Kind.CLIENT, clients), of(Kind.VISITOR, visitors)).forEach(subjects::add);
        if (!from.isEmpty()) {
            subjects.addAll(Subjects.of(from, terminal.in()));
        }
        if (subjects.isEmpty() && from.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "Whom? --client, --visitor or --from is needed, and none of them empty.");
        }
        return subjects;
    }

    private static Stream<Subject> of(Kind kind, Collection<String> ids) {
        return ids.stream().filter(id -> !id.isBlank()).map(id -> new Subject(kind, id));
    }

    private List<Service> services() throws Trouble {
        var services = new ArrayList<Service>();
        for (var address : new LinkedHashSet<>(regions)) {
            services.add(reach.service(terminal, address));
        }
        return services;
    }

    private void erase(Service service, Set<Subject> subjects, Set<String> open) {
        var region = new RegionErasing(service, Duration.ofSeconds(patience), InstantSource.system());
        for (var subject : subjects) {
            var receipt = region.erase(subject);
            if (receipt instanceof Receipt.Unconfirmed) {
                open.add(receipt.url());
            }
            print(receipt);
        }
    }

    /** At once, so that what was confirmed is known even if this is interrupted. */
    private synchronized void print(Receipt receipt) {
        terminal.out().println(json ? receipt.json(pseudonymous).toString() : receipt.line(pseudonymous));
        terminal.out().flush();
        receipts++;
    }

    private static void join(Thread region) throws Trouble {
        try {
            region.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble("interrupted");
        }
    }
}
