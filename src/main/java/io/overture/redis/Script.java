package io.overture.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Collectors;

/** A Lua script, and the name Redis knows it by once it has seen it. */
public record Script(String source, String sha1) {

    /** Reads {@code /lua/<name>.lua}; of several names, one script of all of them in this order. */
    public static Script named(String... names) {
        var source = Arrays.stream(names).map(Script::read).collect(Collectors.joining("\n"));
        return new Script(source, sha1(source));
    }

    private static String read(String name) {
        var path = "/lua/" + name + ".lua";
        try (var file = Script.class.getResourceAsStream(path)) {
            if (file == null) {
                throw new IllegalStateException("there is no " + path);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha1(String source) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-1").digest(source.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}
