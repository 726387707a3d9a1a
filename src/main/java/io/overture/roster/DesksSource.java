package io.overture.roster;

import io.overture.document.Document;
import io.overture.document.Format;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** What desks a node starts with: the file the house named, else the demo's in the demo, else none. */
final class DesksSource {

    private static final String DEMO = "/desks/demo.yaml";

    private DesksSource() {}

    static DesksAsWritten of(Optional<Path> file, boolean isDemo) {
        if (file.isPresent()) {
            return ofFile(file.get());
        }
        return isDemo ? ofDemo() : DesksAsWritten.NONE;
    }

    private static DesksAsWritten ofFile(Path file) {
        try (var stream = Files.newInputStream(file)) {
            // One byte more than a text may have is enough to refuse it.
            return read(file.toString(), stream.readNBytes(Document.MOST_BYTES + 1), Format.ofFile(file.toString()));
        } catch (NoSuchFileException e) {
            throw new UnusableDesks("%s: there is no such file (overture.desks names it)".formatted(file));
        } catch (IOException e) {
            throw new UnusableDesks("%s: it cannot be read (overture.desks names it)".formatted(file));
        }
    }

    private static DesksAsWritten ofDemo() {
        try (var stream = DesksSource.class.getResourceAsStream(DEMO)) {
            if (stream == null) {
                throw new IllegalStateException(DEMO + " is not part of this build");
            }
            return read(DEMO, stream.readAllBytes(), Format.YAML);
        } catch (IOException e) {
            throw new UncheckedIOException(DEMO, e);
        }
    }

    private static DesksAsWritten read(String name, byte[] text, Format format) {
        return switch (DesksReader.read(text, format)) {
            case DesksReader.Reading.Valid(var desks) -> DesksAsWritten.of(desks, text, format, 0);
            case DesksReader.Reading.Invalid(var mistakes) -> throw new UnusableDesks(name, mistakes);
        };
    }
}
