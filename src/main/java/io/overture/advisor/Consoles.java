package io.overture.advisor;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The consoles that were greeted at this node and are open. */
final class Consoles {

    private final Map<String, Console> bySocket = new ConcurrentHashMap<>();

    void add(Console console) {
        bySocket.put(console.socket().tab().socket(), console);
    }

    void remove(Console console) {
        bySocket.remove(console.socket().tab().socket());
    }

    Collection<Console> all() {
        return List.copyOf(bySocket.values());
    }

    Map<String, List<Console>> byAdvisor() {
        return bySocket.values().stream().collect(Collectors.groupingBy(Console::advisor));
    }

    long advisors() {
        return bySocket.values().stream().map(Console::advisor).distinct().count();
    }
}
