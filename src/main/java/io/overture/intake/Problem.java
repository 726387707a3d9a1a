package io.overture.intake;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.overture.wire.Flaw;
import java.util.List;

/** A refusal as RFC 9457 writes it, with every flaw and its place. */
final class Problem {

    static final String MEDIA_TYPE = "application/problem+json";

    private Problem() {}

    static String json(Answer answer, List<Flaw> flaws) {
        var problem = JsonNodeFactory.instance.objectNode();
        problem.put("type", "about:blank");
        problem.put("title", answer.title());
        problem.put("status", answer.status());
        if (!flaws.isEmpty()) {
            Flaw.list(flaws, problem);
        }
        return problem.toString();
    }
}
