package io.overture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Those who sign in at the tests' Redis: nodes as {@value #NAME}, who may do what {@code docker/redis-users.acl} says and no
 * more; the tests themselves as nobody in particular, who may do anything.
 */
public final class RedisUsers {

    public static final String NAME = "overture";
    public static final String PASSWORD = "the-tests-own";

    static final Path OF_REDIS = Path.of("docker/redis-users.acl");
    static final Path OF_SENTINELS = Path.of("docker/sentinel-users.acl");

    private static final String NO_PASSWORD = "resetpass";

    private RedisUsers() {}

    /** What is shipped, with a password. */
    static Path withPassword(Path shipped, Path folder) {
        try {
            var text = Files.readString(shipped).replace(NO_PASSWORD, ">" + PASSWORD);
            return Files.writeString(folder.resolve(shipped.getFileName()), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An address that signs in as nodes do. */
    public static String signedIn(String scheme, int port) {
        return "%s://%s:%s@127.0.0.1:%d".formatted(scheme, NAME, PASSWORD, port);
    }

    /** The same addresses for those who may do anything. */
    public static String asAdmin(String urls) {
        return urls.replaceAll("//[^@/,]*@", "//");
    }
}
