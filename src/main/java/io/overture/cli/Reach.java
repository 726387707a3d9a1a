package io.overture.cli;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The way to the service: the options every command has for it. */
final class Reach {

    private static final String USUAL_PORT = "8080";

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "Address of a node, or of the ingress of the house's doors. Without it OVERTURE_URL, or else"
                    + " this machine's port 8080 (QUARKUS_HTTP_PORT).")
    private String url = "";

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "File with a bearer token. Without it OVERTURE_TOKEN, or OVERTURE_USER and OVERTURE_PASSWORD;"
                    + " a token is never an argument, where others see it.")
    private String tokenFile = "";

    @Option(
            names = "--ca-file",
            paramLabel = "FILE",
            description = "Certificates (PEM) of the authorities to trust by https, instead of the machine's own."
                    + " Without it OVERTURE_CA_FILE.")
    private String caFile = "";

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "10",
            description = "How long to wait for an answer. Default: ${DEFAULT-VALUE}.")
    private int timeout;

    Service service(Terminal terminal) throws Trouble {
        var at = given(url)
                .or(() -> terminal.variable("OVERTURE_URL"))
                .orElseGet(() -> "http://localhost:"
                        + terminal.variable("QUARKUS_HTTP_PORT").orElse(USUAL_PORT));
        return service(terminal, at);
    }

    /** At one address of several. */
    Service service(Terminal terminal, String at) throws Trouble {
        var credentials = Credentials.of(given(tokenFile).map(Path::of), terminal);
        var service = service(terminal, at, credentials);
        if (credentials.isPresent() && Service.isOpenToAll(service.base())) {
            terminal.err().println("overture: warning: credentials go to " + service.base() + " without TLS");
        }
        return service;
    }

    /** Somebody else's, who is to see no credentials. */
    Service anonymous(Terminal terminal, String at) throws Trouble {
        return service(terminal, at, Optional.empty());
    }

    private static Optional<String> given(String option) {
        return Optional.of(option).filter(text -> !text.isEmpty());
    }

    private Service service(Terminal terminal, String at, Optional<String> credentials) throws Trouble {
        if (timeout < 1) {
            throw new Trouble("--timeout is at least one second");
        }
        var patience = Duration.ofSeconds(timeout);
        var http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(patience);
        var authorities =
                given(caFile).or(() -> terminal.variable("OVERTURE_CA_FILE")).map(Path::of);
        if (authorities.isPresent()) {
            http.sslContext(Authorities.of(authorities.get()));
        }
        return new Service(Service.address(at), http.build(), credentials, patience);
    }
}
