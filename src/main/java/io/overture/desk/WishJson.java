package io.overture.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.overture.offer.Wish;
import io.overture.visitor.VisitorKey;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.stream.StreamSupport;

/** What is kept of a wish beside a hold or a place in line: enough to find who could serve it, and not who she is. */
final class WishJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private WishJson() {}

    static String write(Wish wish) {
        var json = JSON.createObjectNode().put("offer", wish.offer()).put("language", wish.language());
        var channels = json.putArray("channels");
        wish.channels().forEach(channels::add);
        return json.put("category", wish.category())
                .put("tier", wish.tier())
                .put("weight", wish.weight().toPlainString())
                .put("moment", wish.moment())
                .toString();
    }

    static Wish read(VisitorKey visitor, String text) {
        try {
            var json = JSON.readTree(text);
            return new Wish(
                    json.path("offer").asText(),
                    visitor,
                    json.path("language").asText(),
                    StreamSupport.stream(json.path("channels").spliterator(), false)
                            .map(JsonNode::asText)
                            .toList(),
                    json.path("category").textValue(),
                    null,
                    json.path("tier").asText(),
                    new BigDecimal(json.path("weight").asText("0")),
                    json.path("moment").asText());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
