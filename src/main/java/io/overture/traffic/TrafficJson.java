package io.overture.traffic;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** What came to a site, as its integrators read it. */
final class TrafficJson {

    private static final double THOUSAND = 1_000;

    private TrafficJson() {}

    static ObjectNode of(String site, Instant now, Ledger.Told told) {
        var counts = told.counts();
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("site", site)
                .put("from", told.from().toEpochMilli())
                .put("to", now.toEpochMilli())
                .put("beacons", total(counts, SiteCounter.BEACONS))
                .put("repeated", total(counts, SiteCounter.REPEATED))
                .put("withheld", total(counts, SiteCounter.WITHHELD))
                .put("tooOld", total(counts, SiteCounter.TOO_OLD));
        events(counts, json.putObject("events"));
        understood(counts, json);
        list(counts, Kind.CURRENCY, json.putObject("currencies"));
        json.put("unpriced", total(counts, SiteCounter.UNPRICED));
        list(counts, Kind.REFUSED, json.putObject("refused"));
        origins(counts, json);
        json.putObject("consent")
                .put("granted", total(counts, SiteCounter.GRANTED))
                .put("denied", total(counts, SiteCounter.DENIED));
        json.putObject("sockets").put("open", told.sockets()).put("opened", total(counts, SiteCounter.OPENED));
        faults(counts, json);
        return json;
    }

    /** Known names first; those that are not told apart are one, {@code other}. */
    private static void events(Counts counts, ObjectNode events) {
        list(counts, Kind.KNOWN, events);
        list(counts, Kind.NAME, events);
    }

    /** Of all that was received, what was refused included; null when there was nothing. */
    private static void understood(Counts counts, ObjectNode json) {
        long received = total(counts, SiteCounter.EVENTS) + total(counts, SiteCounter.UNREADABLE);
        if (received == 0) {
            json.putNull("understood");
        } else {
            json.put("understood", Math.floor(THOUSAND * total(counts, SiteCounter.UNDERSTOOD) / received) / THOUSAND);
        }
    }

    private static void origins(Counts counts, ObjectNode json) {
        var origins = new LinkedHashMap<String, long[]>();
        counts.of(Kind.ORIGIN).forEach(each -> of(origins, each.name())[0] += each.by());
        counts.of(Kind.STRANGER).forEach(each -> of(origins, each.name())[1] += each.by());
        var list = json.putArray("origins");
        origins.forEach((origin, by) ->
                list.addObject().put("origin", origin).put("beacons", by[0]).put("refused", by[1]));
    }

    private static long[] of(Map<String, long[]> origins, String origin) {
        return origins.computeIfAbsent(origin, fresh -> new long[2]);
    }

    private static void faults(Counts counts, ObjectNode json) {
        var list = json.putArray("faults");
        for (var fault : counts.of(Kind.FAULT)) {
            var parts = Sanitised.parts(fault.name());
            var each = list.addObject().put("reason", parts[0]);
            if (parts.length == 3) {
                each.put("pointer", parts[1]).put("detail", parts[2]);
            }
            each.put("count", fault.by());
        }
    }

    private static void list(Counts counts, Kind kind, ObjectNode in) {
        counts.of(kind).forEach(each -> in.put(each.name(), each.by()));
    }

    private static long total(Counts counts, String word) {
        return counts.of(Kind.TOTAL, word);
    }
}
