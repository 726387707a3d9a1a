package io.overture.visitor;

import java.time.Instant;
import java.util.Map;

/**
 * One thing a visitor did, at the server's clock.
 *
 * @param name GA4's name, or any other of 1–40 characters
 * @param params the first eight scalar parameters in canonical text (numbers without trailing zeros, {@code true},
 *     {@code false}), for {@code event … where}
 * @param meaning what the name and its parameters say to us
 */
public record Event(String name, Instant at, Map<String, String> params, Meaning meaning) {

    public static final String USER_ENGAGEMENT = "user_engagement";

    public Event {
        params = Map.copyOf(params);
    }

    /** A sign of life: anything but time passed in front of a page without touching it. */
    public boolean isActivity() {
        return !(meaning instanceof Meaning.Engaged engaged) || engaged.active();
    }
}
