package io.overture.desk;

import io.vertx.redis.client.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What scripts answer: arrays of texts. */
final class Replies {

    private Replies() {}

    static List<String> texts(@Nullable Response array) {
        var all = new ArrayList<String>();
        if (array != null) {
            array.forEach(each -> all.add(each.toString()));
        }
        return List.copyOf(all);
    }

    /** Names, each followed by its value. */
    static Map<String, String> fields(@Nullable Response array) {
        var texts = texts(array);
        var all = new HashMap<String, String>();
        for (int i = 0; i + 1 < texts.size(); i += 2) {
            all.put(texts.get(i), texts.get(i + 1));
        }
        return Map.copyOf(all);
    }

    static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
