package io.overture.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.overture.visitor.Effort;
import io.overture.visitor.Notice;
import io.overture.visitor.Request;
import io.overture.wire.JsonOut;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** What a visitor wants, and why she matters, as Redis keeps them. */
final class RequestJson {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private static final String YES = "yes";

    private RequestJson() {}

    static String of(Request request) {
        return JsonOut.object(out -> out.text("trigger", request.trigger())
                .text("item", request.item())
                .text("name", request.name())
                .texts("channels", request.channels())
                .text("language", request.language())
                .text("weight", request.weight().toPlainString())
                .text("priced", request.isPriced() ? YES : null));
    }

    static String of(Effort effort) {
        return JsonOut.object(out -> out.number("waited", effort.waited().toMillis())
                .number("calls", effort.calls())
                .number("repeats", effort.repeats()));
    }

    static Request request(String json) {
        var node = tree(json);
        var channels = new ArrayList<String>();
        node.path("channels").forEach(each -> channels.add(each.asText()));
        return new Request(
                text(node, "trigger"),
                text(node, "item"),
                text(node, "name"),
                channels,
                node.path("language").asText(),
                new BigDecimal(node.path("weight").asText()),
                node.has("priced"));
    }

    /** @param own her own advisor */
    static String of(Notice notice, @Nullable String own) {
        return JsonOut.object(out -> out.text("trigger", notice.trigger())
                .text("item", notice.item())
                .text("name", notice.name())
                .text("language", notice.language())
                .text("client", notice.client())
                .text("tier", notice.tier())
                .text("weight", notice.weight().toPlainString())
                .instant("since", notice.since())
                .text("own", own));
    }

    static Notice notice(JsonNode node) {
        return new Notice(
                node.path("trigger").asText(),
                text(node, "item"),
                text(node, "name"),
                node.path("language").asText(),
                text(node, "client"),
                node.path("tier").asText(),
                new BigDecimal(node.path("weight").asText()),
                Instant.ofEpochMilli(node.path("since").asLong()));
    }

    static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what the desk wrote itself is JSON", e);
        }
    }

    static @Nullable String text(JsonNode node, String name) {
        return node.path(name).textValue();
    }
}
