package io.overture.dossier;

import static io.overture.store.Stores.get;

import io.overture.release.Act;
import java.util.List;

/** Who opened which dossier. */
public final class OpeningsActs {

    private OpeningsActs() {}

    public static List<Act> all() {
        return List.of(
                Act.silent("a dossier is opened", lanes -> new Openings(lanes).note("camille", Role.ADVISOR, "c-1")),
                Act.silent("a lead opens it", lanes -> new Openings(lanes).note("Zoë", Role.LEAD, "c-1")),
                Act.of(
                        "who opened it",
                        lanes -> get(new Openings(lanes).read(null, 10)).stream()
                                .map(each -> List.of(each.who(), each.role(), each.conversation()))
                                .toList()));
    }
}
