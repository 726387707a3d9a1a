package io.overture.push;

import io.overture.store.KeptVisitors;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/** Messages between nodes as a release sends them, in {@code releases/<release>/messages}: a line break in one stands as ¶. */
public final class KeptMessages {

    /** For two pages of a node. */
    static final Parcel PARCEL =
            new Parcel(List.of("tab-1", "tab-2"), List.of("{\"type\":\"ping\"}", "{\"é\":1}"), null);

    static final String HINT = "node-1 demo:" + "v".repeat(22);

    private KeptMessages() {}

    static List<String> of(String release) throws IOException {
        return Files.readAllLines(KeptVisitors.RELEASES.resolve(release).resolve("messages")).stream()
                .map(line -> line.replace('¶', '\n'))
                .toList();
    }

    /** What today's release sends. */
    static List<String> today() {
        return List.of(RedisPush.PARCEL.around(PARCEL.text()), Hints.HINT.around(HINT));
    }

    public static void write(String release) throws IOException {
        Files.write(
                KeptVisitors.RELEASES.resolve(release).resolve("messages"),
                today().stream().map(each -> each.replace('\n', '¶')).toList());
    }
}
