package io.overture.roster;

import static io.overture.store.Stores.get;

import io.overture.document.Format;
import io.overture.release.Act;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The desks in force, as they are put for all nodes. */
public final class DesksActs {

    private static final DesksAsWritten DESKS =
            DesksAsWritten.of(Desks.NONE, "desks: []\n# Réserve\n".getBytes(StandardCharsets.UTF_8), Format.YAML, 0);

    private DesksActs() {}

    public static List<Act> all() {
        return List.of(
                Act.of("desks are put", lanes -> get(new DesksStore(lanes).put(DESKS, Optional.empty(), "before"))),
                Act.of(
                        "put again they are no new version",
                        lanes -> get(new DesksStore(lanes).put(DESKS, Optional.empty(), "before"))),
                Act.of(
                        "desks are read",
                        lanes -> get(new DesksStore(lanes).newerThan(0))
                                .map(stored -> stored.version() + " " + stored.format() + " "
                                        + new String(stored.text(), StandardCharsets.UTF_8))
                                .orElse("none")));
    }
}
