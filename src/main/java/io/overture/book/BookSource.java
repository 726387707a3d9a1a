package io.overture.book;

import io.overture.document.Format;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a book's text comes from.
 *
 * @param name for people
 */
record BookSource(String name, Format format, byte[] text) {

    /** The file the house named, else the one that comes with the service. */
    static BookSource of(Optional<Path> file, String builtIn) {
        return file.map(BookSource::ofFile).orElseGet(() -> ofResource("books/" + builtIn + ".yaml"));
    }

    private static BookSource ofFile(Path file) {
        try (var stream = Files.newInputStream(file)) {
            // One byte more than a book may have is enough to refuse it.
            return new BookSource(
                    file.toString(), Format.ofFile(file.toString()), stream.readNBytes(BookReader.MOST_BYTES + 1));
        } catch (NoSuchFileException e) {
            throw new UnusableBook("%s: there is no such file (overture.book names it)".formatted(file));
        } catch (IOException e) {
            throw new UnusableBook("%s: it cannot be read (overture.book names it)".formatted(file));
        }
    }

    private static BookSource ofResource(String path) {
        try (var stream = BookSource.class.getResourceAsStream("/" + path)) {
            if (stream == null) {
                throw new IllegalStateException(path + " is not part of this build");
            }
            return new BookSource(path, Format.YAML, stream.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }
}
