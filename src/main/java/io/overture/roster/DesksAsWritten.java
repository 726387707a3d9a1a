package io.overture.roster;

import io.overture.document.Format;
import io.overture.visitor.Handle;
import java.nio.charset.StandardCharsets;

/**
 * Desks as they are read, and as they were written.
 *
 * @param text what their author wrote, comments and all
 * @param version counts what was put while running; 0 is what a node started with
 * @param digest of the text: two texts with the same one are the same
 */
record DesksAsWritten(Desks desks, String text, Format format, long version, String digest) {

    static final DesksAsWritten NONE = of(Desks.NONE, "desks: []\n".getBytes(StandardCharsets.UTF_8), Format.YAML, 0);

    static DesksAsWritten of(Desks desks, byte[] bytes, Format format, long version) {
        var text = new String(bytes, StandardCharsets.UTF_8);
        return new DesksAsWritten(desks, text, format, version, Handle.digest(text));
    }
}
