package io.overture.redis;

import io.vertx.redis.client.Request;
import io.vertx.redis.client.impl.RequestImpl;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The slot of a cluster that a key belongs to: CRC-16/XMODEM of the key, or of what stands between its first braces, modulo
 * 16384. As the Redis Cluster specification has it, "Key distribution model" and "Hash tags".
 */
final class HashSlot {

    static final int SLOTS = 16_384;

    /** Of a command without a key, which any master may be asked. */
    static final int NONE = -1;

    private static final int POLYNOMIAL = 0x1021;
    private static final int[] TABLE = table();

    private HashSlot() {}

    static int of(String key) {
        return of(key.getBytes(StandardCharsets.UTF_8));
    }

    /** @param key that the command is about; null: its own first one, if it has any */
    static int of(Request request, @Nullable String key) {
        if (key != null) {
            return of(key);
        }
        var keys = ((RequestImpl) request).keys();
        return keys.isEmpty() ? NONE : of(keys.getFirst());
    }

    private static int of(byte[] key) {
        int open = indexOf(key, '{', 0);
        int close = open < 0 ? -1 : indexOf(key, '}', open + 1);
        boolean tagged = close > open + 1;
        return tagged ? crc(key, open + 1, close) % SLOTS : crc(key, 0, key.length) % SLOTS;
    }

    private static int indexOf(byte[] key, char wanted, int from) {
        for (int i = from; i < key.length; i++) {
            if (key[i] == wanted) {
                return i;
            }
        }
        return -1;
    }

    private static int crc(byte[] bytes, int from, int to) {
        int crc = 0;
        for (int i = from; i < to; i++) {
            crc = (crc << 8 ^ TABLE[(crc >>> 8 ^ bytes[i]) & 0xff]) & 0xffff;
        }
        return crc;
    }

    private static int[] table() {
        var table = new int[256];
        for (int i = 0; i < table.length; i++) {
            int crc = i << 8;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 0x8000) != 0 ? crc << 1 ^ POLYNOMIAL : crc << 1;
            }
            table[i] = crc & 0xffff;
        }
        return table;
    }
}
