package io.overture.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * What the service answered.
 *
 * @param retryAfter when it asks to be asked again
 * @param certificateEnds by TLS, when the certificate it showed ends
 */
record Answer(int status, String body, Optional<Duration> retryAfter, Optional<Instant> certificateEnds) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int NO_LONGER_OK = 300;

    boolean isFine() {
        return status >= 200 && status < NO_LONGER_OK;
    }

    /** Missing when the body is no JSON. */
    JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException other) {
            return MissingNode.getInstance();
        }
    }

    /** Whether the service says that this of what was asked is wrong, by its pointer. */
    boolean isAbout(String pointer) {
        return StreamSupport.stream(json().path("errors").spliterator(), false)
                .anyMatch(each -> each.path("pointer").asText().equals(pointer));
    }

    /** What is wrong, in the service's own words where it has some. */
    String problem() {
        var title = json().path("title").asText("");
        return switch (status) {
            case 401 -> "401: credentials are needed, or those given are not valid (OVERTURE_TOKEN, --token-file)";
            case 403 -> "403: these credentials do not have the role operator";
            default -> title.isEmpty() ? status + ": not an answer of Overture" : status + ": " + title;
        };
    }
}
