package io.overture.dossier;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a role may read of what is known, field by field. */
final class Dossier {

    private Dossier() {}

    static ObjectNode of(Known known, Role role) {
        var json = Json.object();
        for (var field : Field.values()) {
            if (field.isFor(role)) {
                Json.with(json, field.word(), field.of(known));
            }
        }
        return json;
    }
}
