package io.overture.cli;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The settings of a node as this environment has them, before one is started: what they name is there, and answers. */
final class Settings {

    private static final String SEE = "docs/settings.md";
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int REDIS_PORT = 6379;
    private static final String REDIS = "QUARKUS_REDIS_HOSTS";
    private static final String ISSUER = "QUARKUS_OIDC_AUTH_SERVER_URL";

    private final Terminal terminal;
    private final Reach reach;
    private final List<Finding> findings = new ArrayList<>();

    Settings(Terminal terminal, Reach reach) {
        this.terminal = terminal;
        this.reach = reach;
    }

    List<Finding> examine() {
        add("settings.version", Finding.OK, "this executable is " + Version.number());
        terminal.variable("OVERTURE_REGION")
                .ifPresentOrElse(
                        region -> add("settings.region", Finding.OK, "region " + region),
                        () -> add(
                                "settings.region",
                                Finding.WARN,
                                "OVERTURE_REGION is not set: the region is \"local\""));
        redis();
        issuer();
        file("OVERTURE_BOOK");
        file("OVERTURE_DESKS");
        return List.copyOf(findings);
    }

    private void redis() {
        var hosts = terminal.variable(REDIS);
        if (hosts.isEmpty()) {
            add("settings.redis", Finding.FAIL, REDIS + " is not set: a node does not start without it");
            return;
        }
        for (var each : hosts.get().split(",")) {
            try {
                var uri = new URI(each.strip());
                if (uri.getHost() == null) {
                    throw new URISyntaxException("", "no host");
                }
                connect(uri.getHost(), uri.getPort() < 0 ? REDIS_PORT : uri.getPort());
            } catch (URISyntaxException e) {
                add("settings.redis", Finding.FAIL, REDIS + " names no host, as redis://host:6379 does");
            }
        }
    }

    private void connect(String host, int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), (int) PATIENCE.toMillis());
            add("settings.redis", Finding.OK, host + ":" + port + " takes connections");
        } catch (IOException e) {
            add("settings.redis", Finding.FAIL, host + ":" + port + " takes no connections: " + e.getMessage());
        }
    }

    private void issuer() {
        var issuer = terminal.variable(ISSUER);
        if (issuer.isEmpty()) {
            add("settings.issuer", Finding.WARN, ISSUER + " is not set: nobody of the house can come in by a token");
            return;
        }
        try {
            var answer = reach.anonymous(terminal, issuer.get()).get("/.well-known/openid-configuration");
            boolean isOne = answer.json().path("jwks_uri").isTextual();
            add(
                    "settings.issuer",
                    isOne ? Finding.OK : Finding.FAIL,
                    isOne ? "the issuer answers, and names its keys" : "the issuer answers, and names no keys");
        } catch (Trouble trouble) {
            add("settings.issuer", Finding.FAIL, String.valueOf(trouble.getMessage()));
        }
        if (terminal.variable("QUARKUS_OIDC_TOKEN_AUDIENCE").isEmpty()) {
            add("settings.audience", Finding.FAIL, "QUARKUS_OIDC_TOKEN_AUDIENCE is not set: a node does not start");
        }
    }

    private void file(String variable) {
        terminal.variable(variable).ifPresent(name -> {
            boolean isThere = Files.isReadable(Path.of(name));
            add(
                    "settings.file",
                    isThere ? Finding.OK : Finding.FAIL,
                    variable + (isThere ? " can be read" : " names a file that cannot be read: " + name));
        });
    }

    private void add(String id, String state, String says) {
        findings.add(new Finding(id, state, says, SEE));
    }
}
