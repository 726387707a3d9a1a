package io.overture.deploy;

import static io.overture.deploy.Manifests.each;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.stream.Stream;

/** Whom the nodes' network policy lets in and out, read as Kubernetes reads it. */
record Walls(JsonNode policy, JsonNode container) {

    /** A pod as a policy sees it: its namespace's name, its labels, its address. */
    record Pod(String namespace, Map<String, String> labels, String address) {}

    static Walls of(Manifests manifests) {
        return new Walls(manifests.one("NetworkPolicy", "overture"), manifests.container());
    }

    /** @param port by the name the nodes give it */
    boolean letsIn(Pod from, String port) {
        return rules("ingress").anyMatch(rule -> knows(rule.path("from"), from) && opens(rule, port, "TCP"));
    }

    boolean letsOut(Pod to, int port, String protocol) {
        return rules("egress")
                .anyMatch(rule -> knows(rule.path("to"), to) && opens(rule, Integer.toString(port), protocol));
    }

    private Stream<JsonNode> rules(String way) {
        return each(policy.at("/spec/" + way));
    }

    /** A rule that names nobody means everybody. */
    private static boolean knows(JsonNode peers, Pod pod) {
        return peers.isMissingNode() || each(peers).anyMatch(peer -> isMeant(peer, pod));
    }

    private static boolean isMeant(JsonNode peer, Pod pod) {
        if (peer.has("ipBlock")) {
            return isWithin(peer.at("/ipBlock/cidr").asText(), pod.address())
                    && each(peer.at("/ipBlock/except")).noneMatch(except -> isWithin(except.asText(), pod.address()));
        }
        return peer.has("namespaceSelector")
                && selects(peer.path("namespaceSelector"), Map.of("kubernetes.io/metadata.name", pod.namespace()))
                && selects(peer.path("podSelector"), pod.labels());
    }

    private static boolean selects(JsonNode selector, Map<String, String> labels) {
        if (selector.has("matchExpressions")) {
            throw new AssertionError("not read here: " + selector);
        }
        return selector.path("matchLabels").properties().stream()
                .allMatch(label -> label.getValue().asText().equals(labels.get(label.getKey())));
    }

    private boolean opens(JsonNode rule, String port, String protocol) {
        return !rule.has("ports")
                || each(rule.path("ports"))
                        .anyMatch(each -> each.path("protocol").asText("TCP").equals(protocol)
                                && (each.path("port").asText().equals(port)
                                        || each.path("port").asText().equals(number(port))));
    }

    private String number(String name) {
        return each(container.path("ports"))
                .filter(port -> port.path("name").asText().equals(name))
                .map(port -> port.path("containerPort").asText())
                .findFirst()
                .orElse(name);
    }

    private static boolean isWithin(String network, String address) {
        var parts = network.split("/");
        int shift = Integer.SIZE - Integer.parseInt(parts[1]);
        return shift == Integer.SIZE || number4(parts[0]) >>> shift == number4(address) >>> shift;
    }

    private static int number4(String address) {
        try {
            return java.nio.ByteBuffer.wrap(InetAddress.getByName(address).getAddress())
                    .getInt();
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }
}
