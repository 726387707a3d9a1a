package io.overture.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.overture.journal.JournalItem;
import io.overture.wire.JsonOut;
import java.time.Instant;
import java.util.Optional;

/**
 * A record that could not be sent, as it is kept until it is sent again.
 *
 * @param id of the record in the journal
 * @param visitor the journal's name for the visitor; empty in what is about none
 * @param millis of the record, by Redis' clock
 * @param type empty when it is no record
 * @param line the record itself
 */
record Letter(
        String id,
        String visitor,
        String site,
        long millis,
        String type,
        String reason,
        String detail,
        Instant refusedAt,
        String line) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Letter of(JournalItem item, Optional<Head> head, Refusal why, Instant now) {
        return new Letter(
                item.id(),
                head.map(Head::visitor).orElse(""),
                item instanceof JournalItem.Kept kept ? kept.site() : "",
                item.millis(),
                head.map(Head::type).orElse(""),
                why.reason(),
                why.detail(),
                now,
                item.json());
    }

    /** As {@link #stored} wrote it. */
    static Letter parse(String stored) {
        try {
            var json = JSON.readTree(stored);
            return new Letter(
                    json.path("id").asText(),
                    json.path("visitor").asText(),
                    json.path("site").asText(),
                    json.path("millis").asLong(),
                    json.path("type").asText(),
                    json.path("reason").asText(),
                    json.path("detail").asText(),
                    Instant.ofEpochMilli(json.path("refusedAt").asLong()),
                    json.path("line").asText());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a refused record that is kept is not JSON", e);
        }
    }

    String stored() {
        return JsonOut.object(out -> out.text("id", id)
                .text("visitor", visitor)
                .text("site", site)
                .number("millis", millis)
                .text("type", type)
                .text("reason", reason)
                .text("detail", detail)
                .instant("refusedAt", refusedAt)
                .text("line", line));
    }

    /** To be sent again. */
    JournalItem item() {
        return new JournalItem.Kept(id, millis, site, line);
    }
}
