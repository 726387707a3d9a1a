package io.overture.store;

import java.util.List;

/**
 * Keys that one master holds, as far as is known.
 *
 * @param oneSlot whether a command may name them all as its keys; on a cluster it may not, even where one master has them
 */
record MasterKeys(List<String> keys, boolean oneSlot) {

    MasterKeys {
        keys = List.copyOf(keys);
    }
}
