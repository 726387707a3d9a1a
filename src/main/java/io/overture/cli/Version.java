package io.overture.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.IVersionProvider;

/** What this executable is. */
final class Version implements IVersionProvider {

    private static final String FILE = "/META-INF/overture.version";

    @Override
    public String[] getVersion() {
        return new String[] {"overture " + number()};
    }

    static String number() {
        try (var file = Version.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException(FILE + " is not part of this build");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
