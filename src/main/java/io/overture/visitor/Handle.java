package io.overture.visitor;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * What operators, keys and the console see of a visitor instead of her identifier, which is a bearer secret: her shard's
 * two hex digits, then the first 22 characters of base64url(SHA-256(visitor)).
 */
public record Handle(String value) {

    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{2}[A-Za-z0-9_-]{22}");
    private static final int DIGEST_CHARS = 22;

    public Handle {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("a handle is two hex digits and 22 characters of base64url");
        }
    }

    public static Handle of(String visitorId) {
        return new Handle("%02x%s".formatted(shardOf(visitorId), digest(visitorId)));
    }

    public static boolean isValid(String text) {
        return SHAPE.matcher(text).matches();
    }

    /** The 22-character digest by which a secret identifier, such as a session's, is kept and compared. */
    public static String digest(String secret) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(sha256(secret))
                .substring(0, DIGEST_CHARS);
    }

    /** Two hex digits, {@code 00} to {@code ff}: the Redis hash tag all of her keys share. */
    public String shard() {
        return value.substring(0, 2);
    }

    /** The low byte of FNV-1a-32 over the identifier's bytes. */
    static int shardOf(String visitorId) {
        int hash = 0x811c9dc5;
        for (byte b : visitorId.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xff)) * 0x01000193;
        }
        return hash & 0xff;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
