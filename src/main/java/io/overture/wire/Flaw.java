package io.overture.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Something wrong in what was sent: where (a JSON pointer, RFC 6901), and what. */
public record Flaw(String pointer, String detail) {

    /** As {@code errors} of a problem (RFC 9457) or of an error frame. */
    public static void list(List<Flaw> flaws, ObjectNode in) {
        var errors = in.putArray("errors");
        for (var flaw : flaws) {
            errors.addObject().put("pointer", flaw.pointer()).put("detail", flaw.detail());
        }
    }
}
