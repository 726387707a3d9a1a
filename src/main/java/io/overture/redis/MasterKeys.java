package io.overture.redis;

import java.util.List;

/**
 * Keys that one master holds, as far as is known.
 *
 * @param oneSlot whether a command may name them all as its keys; on a cluster it may not, even where one master has them
 */
public record MasterKeys(List<String> keys, boolean oneSlot) {

    public MasterKeys {
        keys = List.copyOf(keys);
    }
}
