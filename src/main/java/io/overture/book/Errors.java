package io.overture.book;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is wrong with a text, gathered while it is read on; told with the line, where lines mean something. */
final class Errors {

    /** More than anyone reads; keeps an answer to a hostile text small. */
    static final int MOST = 200;

    private record Found(int line, BookError error) {}

    private final List<Found> found = new ArrayList<>();
    private final Map<String, Integer> lines = new HashMap<>();

    /** Remembers on which line the value at {@code pointer} begins. */
    void line(String pointer, int line) {
        lines.put(pointer, line);
    }

    void add(String pointer, String detail) {
        if (found.size() < MOST) {
            int line = lineOf(pointer);
            found.add(new Found(line, new BookError(pointer, line == 0 ? detail : detail + " (line " + line + ")")));
        }
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    List<BookError> inOrder() {
        return found.stream()
                .sorted(Comparator.comparingInt(Found::line))
                .map(Found::error)
                .toList();
    }

    /** Of the value there, or of what should have held it; 0 when unknown. */
    private int lineOf(String pointer) {
        for (var at = pointer; ; at = at.substring(0, at.lastIndexOf('/'))) {
            var line = lines.get(at);
            if (line != null || at.isEmpty()) {
                return line == null ? 0 : line;
            }
        }
    }
}
