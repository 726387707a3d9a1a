package io.overture.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is wrong with a text, gathered while it is read on; told with the line, where lines mean something. */
public final class Errors {

    /** More than anyone reads; keeps an answer to a hostile text small. */
    public static final int MOST = 200;
    /** Of their pointers and details together. */
    public static final int MOST_CHARACTERS = 64 * 1024;
    /** Of the pointers whose line is remembered; what is wrong beyond is told with the line of what holds it. */
    static final int MOST_REMEMBERED = 4 * 1024 * 1024;

    private record Found(int line, Mistake error) {}

    private final List<Found> found = new ArrayList<>();
    private final Map<String, Integer> lines = new HashMap<>();
    private int characters;
    private int remembered;

    /** Remembers on which line the value at {@code pointer} begins. */
    public void line(String pointer, int line) {
        if (remembered < MOST_REMEMBERED) {
            remembered += pointer.length();
            lines.put(pointer, line);
        }
    }

    /** Whether what else is wrong is not told any more, and need not be looked for. */
    public boolean isFull() {
        return found.size() == MOST || characters >= MOST_CHARACTERS;
    }

    public void add(String pointer, String detail) {
        if (!isFull()) {
            characters += pointer.length() + detail.length();
            int line = lineOf(pointer);
            found.add(new Found(line, new Mistake(pointer, line == 0 ? detail : detail + " (line " + line + ")")));
        }
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    public List<Mistake> inOrder() {
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
