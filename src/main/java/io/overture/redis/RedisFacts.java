package io.overture.redis;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What one Redis says of itself.
 *
 * @param server its address on a cluster
 * @param info {@code INFO}; empty when it does not answer
 * @param settings {@code CONFIG GET} of what matters here; empty when it does not say, as managed ones and careful ACLs do not
 * @param away why it does not answer; empty when it does
 */
public record RedisFacts(String server, Map<String, String> info, Map<String, String> settings, String away) {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    public RedisFacts {
        info = Map.copyOf(info);
        settings = Map.copyOf(settings);
    }

    public boolean isThere() {
        return away.isEmpty();
    }

    public String info(String key) {
        return info.getOrDefault(key, "");
    }

    /** 0 when it does not say. */
    public long number(String key) {
        var text = info(key);
        return NUMBER.matcher(text).matches() ? Long.parseLong(text) : 0;
    }

    public Optional<String> setting(String key) {
        return Optional.ofNullable(settings.get(key));
    }
}
