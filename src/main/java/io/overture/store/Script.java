package io.overture.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A Lua script, and the name Redis knows it by once it has seen it. */
public record Script(String source, String sha1) {

    /** Reads {@code /lua/<name>.lua}. */
    public static Script named(String name) {
        var path = "/lua/" + name + ".lua";
        try (var file = Script.class.getResourceAsStream(path)) {
            if (file == null) {
                throw new IllegalStateException("there is no " + path);
            }
            var source = file.readAllBytes();
            return new Script(new String(source, StandardCharsets.UTF_8), sha1(source));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha1(byte[] source) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(source));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}
