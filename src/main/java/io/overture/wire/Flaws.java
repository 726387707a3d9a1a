package io.overture.wire;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything wrong in one beacon or frame, the first finding for each place. Bounded in size, so that a small body of
 * nothing but errors does not become a large answer.
 */
public final class Flaws {

    public static final int MOST_CHARACTERS = 128 * 1024;

    /** Empty until there is one, as there seldom is. */
    private Map<String, String> byPointer = Map.of();

    private int characters;

    public void add(String pointer, String detail) {
        if (byPointer.isEmpty()) {
            byPointer = new LinkedHashMap<>();
        }
        if (!isFull() && byPointer.putIfAbsent(pointer, detail) == null) {
            characters += pointer.length() + detail.length();
        }
    }

    /** Whether what else is wrong is not kept, and its pointer need not be made. */
    boolean isFull() {
        return characters >= MOST_CHARACTERS;
    }

    public boolean none() {
        return byPointer.isEmpty();
    }

    public List<Flaw> all() {
        return byPointer.entrySet().stream()
                .map(each -> new Flaw(each.getKey(), each.getValue()))
                .toList();
    }
}
