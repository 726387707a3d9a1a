package io.overture.ops.doctor;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/**
 * What a check found.
 *
 * @param id what was looked at, in words with dots between
 * @param says a sentence for people, without anything secret
 * @param see where in the documentation more is said
 */
record Finding(String id, State state, String says, String see) {

    /** How bad it is. */
    enum State {
        OK,
        /** It works, and will not under a load or a fault that is to be expected; or it may be meant. */
        WARN,
        /** It does not work, or loses what was promised. */
        FAIL
    }

    static Finding ok(String id, String says, String see) {
        return new Finding(id, State.OK, says, see);
    }

    static Finding warn(String id, String says, String see) {
        return new Finding(id, State.WARN, says, see);
    }

    static Finding fail(String id, String says, String see) {
        return new Finding(id, State.FAIL, says, see);
    }

    ObjectNode json() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("state", state.name().toLowerCase(Locale.ROOT))
                .put("says", says)
                .put("see", see);
    }
}
