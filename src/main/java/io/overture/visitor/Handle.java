package io.overture.visitor;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * What operators, keys and the console see of a visitor instead of her identifier, which is a bearer secret: her shard's
 * two hex digits, then the first 22 characters of base64url(SHA-256(visitor)).
 */
public record Handle(String value) {

    /** How many shards visitors are spread over. */
    public static final int SHARDS = 256;

    private static final int SHARD_CHARS = 2;
    private static final int DIGEST_CHARS = 22;
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] BASE64URL =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".getBytes(StandardCharsets.US_ASCII);
    private static final int BITS_PER_CHAR = 6;

    /** Making one costs more than a digest does. */
    private static final ThreadLocal<MessageDigest> SHA_256 = ThreadLocal.withInitial(Handle::sha256);

    public Handle {
        if (!isValid(value)) {
            throw new IllegalArgumentException("a handle is two hex digits and 22 characters of base64url");
        }
    }

    public static Handle of(String visitorId) {
        var bytes = visitorId.getBytes(StandardCharsets.UTF_8);
        int shard = shardOf(bytes);
        var text = new byte[SHARD_CHARS + DIGEST_CHARS];
        text[0] = HEX[shard >>> 4];
        text[1] = HEX[shard & 0xf];
        write(SHA_256.get().digest(bytes), text, SHARD_CHARS);
        return new Handle(new String(text, StandardCharsets.ISO_8859_1));
    }

    public static boolean isValid(String text) {
        if (text.length() != SHARD_CHARS + DIGEST_CHARS || !isHex(text.charAt(0)) || !isHex(text.charAt(1))) {
            return false;
        }
        for (int i = SHARD_CHARS; i < text.length(); i++) {
            if (!isBase64Url(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** The 22-character digest by which a secret identifier, such as a session's, is kept and compared. */
    public static String digest(String secret) {
        var text = new byte[DIGEST_CHARS];
        write(SHA_256.get().digest(secret.getBytes(StandardCharsets.UTF_8)), text, 0);
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    /** Two hex digits, {@code 00} to {@code ff}: the Redis hash tag all of her keys share. */
    public String shard() {
        return value.substring(0, SHARD_CHARS);
    }

    /** The two hex digits of a shard, 0–255, as in {@link #shard()}. */
    public static String shardDigits(int shard) {
        return "%02x".formatted(shard);
    }

    /** The low byte of FNV-1a-32 over the identifier's bytes. */
    static int shardOf(String visitorId) {
        return shardOf(visitorId.getBytes(StandardCharsets.UTF_8));
    }

    private static int shardOf(byte[] visitorId) {
        int hash = 0x811c9dc5;
        for (byte b : visitorId) {
            hash = (hash ^ (b & 0xff)) * 0x01000193;
        }
        return hash & 0xff;
    }

    /** The first characters of base64url (RFC 4648). */
    private static void write(byte[] digest, byte[] text, int from) {
        for (int i = 0; i < DIGEST_CHARS; i++) {
            int bit = BITS_PER_CHAR * i;
            int at = bit / Byte.SIZE;
            int both = (digest[at] & 0xff) << Byte.SIZE | digest[at + 1] & 0xff;
            text[from + i] = BASE64URL[both >>> 2 * Byte.SIZE - BITS_PER_CHAR - bit % Byte.SIZE & 0x3f];
        }
    }

    private static boolean isHex(char c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'f';
    }

    private static boolean isBase64Url(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_';
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
