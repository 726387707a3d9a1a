package io.overture.release;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.overture.aftercare.AftercareActs;
import io.overture.catalog.RatesActs;
import io.overture.client.ClientActs;
import io.overture.desk.DeskActs;
import io.overture.dossier.OpeningsActs;
import io.overture.export.ExportActs;
import io.overture.journal.JournalActs;
import io.overture.ops.scaling.FleetActs;
import io.overture.passport.PassportActs;
import io.overture.push.PushActs;
import io.overture.roster.DesksActs;
import io.overture.store.FieldsOf;
import io.overture.store.KeptVisitors;
import io.overture.store.MarkActs;
import io.overture.store.StoreActs;
import io.overture.traffic.TrafficActs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a release did on Redis, kept: {@code acts.json} has the commands of each act, Redis' replies and what came of it,
 * {@code scripts/} its Lua scripts by their SHA-1.
 */
record Artefacts(List<Done> acts, Map<String, String> scripts) {

    /** @param result its fields; see {@link FieldsOf} */
    record Done(String act, boolean isTimed, List<Said> says, List<String> result) {}

    private static final Path RELEASES = KeptVisitors.RELEASES;
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /** All that is tried, in the order it happens in. */
    static List<Act> tried() {
        var acts = new ArrayList<Act>();
        acts.addAll(MarkActs.all());
        acts.addAll(StoreActs.all());
        acts.addAll(JournalActs.all());
        acts.addAll(ExportActs.all());
        acts.addAll(FleetActs.all());
        acts.addAll(DesksActs.all());
        acts.addAll(RatesActs.all());
        acts.addAll(ClientActs.all());
        acts.addAll(DeskActs.all());
        acts.addAll(OpeningsActs.all());
        acts.addAll(PushActs.all());
        acts.addAll(PassportActs.all());
        acts.addAll(AftercareActs.all());
        acts.addAll(TrafficActs.all());
        return acts;
    }

    static Artefacts of(String release) throws IOException {
        var from = RELEASES.resolve(release);
        var acts = JSON.readValue(Files.readString(from.resolve("acts.json")), new TypeReference<List<Done>>() {});
        var scripts = new HashMap<String, String>();
        try (var files = Files.list(from.resolve("scripts"))) {
            for (var file : files.toList()) {
                scripts.put(file.getFileName().toString().replace(".lua", ""), Files.readString(file));
            }
        }
        return new Artefacts(acts, scripts);
    }

    void write(String release) throws IOException {
        var to = RELEASES.resolve(release);
        Files.createDirectories(to.resolve("scripts"));
        Files.writeString(to.resolve("acts.json"), JSON.writeValueAsString(acts) + "\n");
        for (var script : scripts.entrySet()) {
            Files.write(
                    to.resolve("scripts").resolve(script.getKey() + ".lua"),
                    script.getValue().getBytes(StandardCharsets.UTF_8));
        }
    }

    static List<String> lines(Object result) {
        return FieldsOf.of(result).stream().map(Said::masked).toList();
    }
}
