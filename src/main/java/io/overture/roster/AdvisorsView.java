package io.overture.roster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.overture.document.Document;
import io.overture.document.Errors;
import java.nio.charset.StandardCharsets;

/** What an advisor may read of the desks: everything but where conversations are handed to, and the secret for it. */
final class AdvisorsView {

    private AdvisorsView() {}

    static String of(DesksAsWritten written) {
        var bytes = written.text().getBytes(StandardCharsets.UTF_8);
        var root = Document.read(bytes, written.format(), new Errors())
                .orElseThrow(() -> new IllegalStateException("desks in force cannot be read"));
        for (JsonNode desk : root.path("desks")) {
            ((ObjectNode) desk).remove("webhook");
        }
        return root.toString();
    }
}
