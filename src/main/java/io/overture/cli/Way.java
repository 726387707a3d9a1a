package io.overture.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The way from here to a node: whether it answers, by TLS and for how long that holds, and how far its clock is from ours. */
final class Way {

    private static final String SEE = "docs/command-line.md#doctor";
    private static final Duration SOON = Duration.ofDays(21);
    private static final Duration FAR = Duration.ofSeconds(2);

    private final List<Finding> findings = new ArrayList<>();
    private JsonNode answer = MissingNode.getInstance();

    Way(Service service, Clock clock) {
        var sent = clock.instant();
        try {
            var told = service.get("/v1/doctor");
            reached(service, told, sent, clock.instant());
        } catch (Trouble trouble) {
            add("way.service", Finding.FAIL, String.valueOf(trouble.getMessage()));
        }
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** What the service found; missing when it did not say. */
    JsonNode answer() {
        return answer;
    }

    private void reached(Service service, Answer told, Instant sent, Instant back) {
        certificate(service, told, back);
        if (!told.isFine() || !told.json().path("checks").isArray()) {
            add(
                    "way.service",
                    Finding.FAIL,
                    service.base() + " answered "
                            + (told.isFine() ? "something that is not Overture's" : told.problem()));
            return;
        }
        answer = told.json();
        var took = Duration.between(sent, back);
        add("way.service", Finding.OK, service.base() + " answered within " + took.toMillis() + " ms");
        var middle = sent.plus(took.dividedBy(2));
        var off = Duration.between(
                        middle, Instant.ofEpochMilli(answer.path("at").asLong()))
                .abs();
        boolean isFar = off.minus(took.dividedBy(2)).compareTo(FAR) > 0;
        add(
                "way.clock",
                isFar ? Finding.WARN : Finding.OK,
                "this machine's clock and the node's are %d ms apart".formatted(off.toMillis()));
    }

    private void certificate(Service service, Answer told, Instant now) {
        if (told.certificateEnds().isPresent()) {
            var ends = told.certificateEnds().get();
            boolean isSoon = now.plus(SOON).isAfter(ends);
            add("way.tls", isSoon ? Finding.WARN : Finding.OK, "its certificate is valid until " + ends);
        } else if (Service.isOpenToAll(service.base())) {
            add("way.tls", Finding.WARN, "there is no TLS on the way: whoever is on it reads the credentials");
        }
    }

    private void add(String id, String state, String says) {
        findings.add(new Finding(id, state, says, SEE));
    }
}
