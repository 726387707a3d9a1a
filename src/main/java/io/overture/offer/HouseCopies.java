package io.overture.offer;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.overture.visitor.Copy;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** Words of invitations that come with the service, for a house that has not written its own yet. */
@Singleton
public final class HouseCopies {

    public static final List<String> NAMES = List.of("assistance", "checkout", "welcome-back", "search", "comparison");

    private final Map<String, Map<String, Copy>> byName =
            NAMES.stream().collect(toUnmodifiableMap(name -> name, name -> Words.byLanguage(name, Words::copy)));

    /** By name, then by language (BCP 47). */
    public Map<String, Map<String, Copy>> byName() {
        return byName;
    }
}
