package io.overture.advisor;

import io.overture.wire.ServedFile;
import io.vertx.core.http.impl.MimeMapping;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Files of the console, asked for on every load so that a release is seen at once. */
final class ConsoleFile {

    private static final String CACHING = "no-cache";

    private ConsoleFile() {}

    /** The file under that name among the resources, or null. */
    static @Nullable ServedFile read(String name) {
        try (var file = ConsoleFile.class.getResourceAsStream(name)) {
            return file == null ? null : of(name, file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ServedFile of(String name, byte[] content) {
        var type = MimeMapping.getMimeTypeForFilename(name);
        return ServedFile.of(
                type == null ? "application/octet-stream" : type.startsWith("text/") ? type + "; charset=utf-8" : type,
                CACHING,
                content);
    }
}
