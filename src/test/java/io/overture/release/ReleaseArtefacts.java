package io.overture.release;

import io.overture.push.KeptMessages;
import io.overture.store.KeptVisitors;
import java.io.IOException;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Writes what the release that is about to be tagged leaves to the next ones: {@code ./dev release-artefacts}. */
class ReleaseArtefacts {

    private static final String RELEASE = Objects.requireNonNull(System.getProperty("release"), "-Drelease");

    @Test
    void visitors() throws IOException {
        KeptVisitors.write(RELEASE);
        KeptVisitors.writeWords(RELEASE);
    }

    @Test
    void messages() throws IOException {
        KeptMessages.write(RELEASE);
    }

    @Test
    void acts() throws IOException {
        try (var alone = new TwoReleases()) {
            var acts = Artefacts.tried().stream().map(alone::today).toList();
            new Artefacts(acts, alone.scripts()).write(RELEASE);
        }
    }
}
