package io.overture.deploy;

import static io.overture.deploy.Manifests.each;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which path of which name leads to which service, by an Ingress or by the Gateway API. */
record Doors(List<Door> all) {
    private static final String NGINX = "nginx.ingress.kubernetes.io/";
    /** As both kinds of door have it when nothing is said. */
    private static final Duration USUAL = Duration.ofSeconds(60);

    /**
     * One path that is published.
     *
     * @param exact that path alone; else those below it too
     * @param service and its port, as {@code name:port}
     * @param hashedOn the query parameter that chooses the node; empty: nodes take turns
     * @param patience how long an answer may be silent; zero: for ever
     */
    record Door(String host, String path, boolean exact, String service, String hashedOn, Duration patience) {
        boolean opensFor(String asked) {
            return asked.equals(path) || !exact && asked.startsWith(path + "/");
        }
    }

    static Doors of(Manifests manifests) {
        return new Doors(Stream.concat(
                        manifests.ofKind("Ingress").flatMap(Doors::ofIngress),
                        manifests.ofKind("HTTPRoute").flatMap(route -> ofRoute(manifests, route)))
                .toList());
    }

    /** Where a request goes; the longest path counts, and an exact one before any other. */
    Optional<Door> to(String host, String path) {
        return all.stream()
                .filter(door -> door.host().equals(host) && door.opensFor(path))
                .max((one, other) -> one.exact() == other.exact()
                        ? Integer.compare(one.path().length(), other.path().length())
                        : Boolean.compare(one.exact(), other.exact()));
    }

    private static Stream<Door> ofIngress(JsonNode ingress) {
        var notes = ingress.at("/metadata/annotations");
        var hash = notes.path(NGINX + "upstream-hash-by").asText().replace("$arg_", "");
        var patience = notes.has(NGINX + "proxy-read-timeout")
                ? Duration.ofSeconds(notes.path(NGINX + "proxy-read-timeout").asLong())
                : USUAL;
        return each(ingress.at("/spec/rules"))
                .flatMap(rule -> each(rule.at("/http/paths"))
                        .map(path -> new Door(
                                rule.path("host").asText(),
                                path.path("path").asText(),
                                path.path("pathType").asText().equals("Exact"),
                                path.at("/backend/service/name").asText() + ":"
                                        + path.at("/backend/service/port/name").asText(),
                                hash,
                                patience)));
    }

    private static Stream<Door> ofRoute(Manifests manifests, JsonNode route) {
        return each(route.at("/spec/rules"))
                .flatMap(rule -> each(rule.path("backendRefs"))
                        .flatMap(backend -> each(route.at("/spec/hostnames"))
                                .flatMap(host -> each(rule.path("matches"))
                                        .map(match -> new Door(
                                                host.asText(),
                                                match.at("/path/value").asText(),
                                                match.at("/path/type").asText().equals("Exact"),
                                                backend.path("name").asText() + ":" + portName(manifests, backend),
                                                hash(manifests, Manifests.name(route)),
                                                patience(rule))))));
    }

    private static String portName(Manifests manifests, JsonNode backend) {
        return each(manifests.one("Service", backend.path("name").asText()).at("/spec/ports"))
                .filter(port -> port.path("port").equals(backend.path("port")))
                .map(port -> port.path("name").asText())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no such port: " + backend));
    }

    private static String hash(Manifests manifests, String route) {
        return manifests
                .ofKind("BackendTrafficPolicy")
                .filter(policy -> each(policy.at("/spec/targetRefs"))
                        .anyMatch(target -> target.path("kind").asText().equals("HTTPRoute")
                                && target.path("name").asText().equals(route)))
                .map(policy -> policy.at("/spec/loadBalancer/consistentHash/queryParams/0/name")
                        .asText())
                .findFirst()
                .orElse("");
    }

    private static Duration patience(JsonNode rule) {
        var said = rule.at("/timeouts/request").asText();
        return said.isEmpty() ? USUAL : Duration.parse("PT" + said.toUpperCase(java.util.Locale.ROOT));
    }
}
