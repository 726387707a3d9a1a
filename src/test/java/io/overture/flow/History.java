package io.overture.flow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.overture.engine.Entry;
import io.overture.journal.Journal;
import io.overture.journal.JournalRecord;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a journal says came of each visitor.
 *
 * @param folded sequence numbers of her batches, in order
 * @param offered ids of the invitations made to her
 */
record History(Map<String, List<Long>> folded, Map<String, List<String>> offered) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static History of(List<JournalRecord> journal) {
        var history = new History(new HashMap<>(), new HashMap<>());
        for (var record : journal) {
            switch (record.entry()) {
                case Entry.BeaconFolded folded ->
                    history.add(record.visitor(), folded.beacon().seq());
                case Entry.InvitationOffered offered -> history.add(record.visitor(), offered.id());
                default -> {}
            }
        }
        return history;
    }

    static History of(Journal journal) {
        var history = new History(new HashMap<>(), new HashMap<>());
        journal.read("demo", Instant.EPOCH, Instant.now().plus(Duration.ofDays(1)))
                .map(History::parse)
                .subscribe()
                .asStream()
                .forEach(record -> {
                    var visitor = record.path("visitor").asText();
                    switch (record.path("type").asText()) {
                        case "beacon" -> history.add(visitor, record.path("seq").asLong());
                        case "invitation_offered" ->
                            history.add(visitor, record.path("id").asText());
                        default -> {}
                    }
                });
        return history;
    }

    private void add(String visitor, long seq) {
        folded.computeIfAbsent(visitor, any -> new ArrayList<>()).add(seq);
    }

    private void add(String visitor, String invitation) {
        offered.computeIfAbsent(visitor, any -> new ArrayList<>()).add(invitation);
    }

    private static JsonNode parse(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
