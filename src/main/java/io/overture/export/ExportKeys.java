package io.overture.export;

import java.util.List;

/** The exporter's keys; all share a hash tag. Each script says what they hold. */
final class ExportKeys {

    static final String LEASE = "ov:{export}:lease";
    static final String CURSOR = "ov:{export}:cursor";

    /** Refused, by when. */
    static final String DEAD = "ov:{export}:dead";

    /** Refused, and to be sent again, by when that was asked. */
    static final String AGAIN = "ov:{export}:again";

    static final String LETTERS = "ov:{export}:letters";

    static final List<String> LEASED = List.of(LEASE, CURSOR);
    static final List<String> ALL = List.of(LEASE, CURSOR, DEAD, AGAIN, LETTERS);

    private ExportKeys() {}
}
