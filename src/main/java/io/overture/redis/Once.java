package io.overture.redis;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;

/** Tells what is new from what has been said within the last hour, of a thousand things at most. */
public final class Once {

    private static final int MOST = 1000;
    private static final Duration HOUR = Duration.ofHours(1);

    private final Cache<Object, Boolean> said =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(HOUR).build();

    public boolean isNew(Object thing) {
        return said.asMap().putIfAbsent(thing, true) == null;
    }
}
