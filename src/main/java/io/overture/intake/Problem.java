package io.overture.intake;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.overture.wire.Flaw;
import io.overture.wire.RequestId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A refusal as RFC 9457 writes it, with every flaw and its place. */
final class Problem {

    static final String MEDIA_TYPE = "application/problem+json";

    private Problem() {}

    /** @param request its id; null when it has none */
    static String json(Answer answer, List<Flaw> flaws, @Nullable String request) {
        var problem = JsonNodeFactory.instance.objectNode();
        problem.put("type", "about:blank");
        problem.put("title", answer.title());
        problem.put("status", answer.status());
        if (request != null) {
            problem.put(RequestId.MEMBER, request);
        }
        if (!flaws.isEmpty()) {
            Flaw.list(flaws, problem);
        }
        return problem.toString();
    }
}
