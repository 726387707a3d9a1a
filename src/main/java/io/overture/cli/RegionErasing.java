package io.overture.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.overture.cli.Subject.Kind;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;

/**
 * Erases in one region. What may pass (no answer, not in time, a refusal for the moment) is asked again until the region's
 * patience is over, which begins anew whenever it answers; then it is given up, and said so of everybody who is left.
 */
final class RegionErasing {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final Set<Integer> PASSING = Set.of(408, 425, 429, 500, 502, 503, 504);

    /** More sites than any house has: each may know the same browser. */
    private static final int MOST_SITES = 1_000;

    private final Service service;
    private final Duration patience;
    private final InstantSource clock;
    private String region = "";
    private String givenUp = "";

    RegionErasing(Service service, Duration patience, InstantSource clock) {
        this.service = service;
        this.patience = patience;
        this.clock = clock;
    }

    /** Safe to repeat: what is gone already counts as erased. */
    Receipt erase(Subject subject) {
        try {
            if (!givenUp.isEmpty()) {
                throw new Trouble(givenUp);
            }
            if (region.isEmpty()) {
                region = region();
            }
            return subject.kind() == Kind.CLIENT ? client(subject) : visitor(subject);
        } catch (Unreached over) {
            givenUp = String.valueOf(over.getMessage());
            return unconfirmed(subject, givenUp);
        } catch (Trouble trouble) {
            return unconfirmed(subject, String.valueOf(trouble.getMessage()));
        }
    }

    /** Its name; so that somebody else's 404 is not taken for "nothing is kept". */
    private String region() throws Trouble {
        var answer = persist("GET", "/v1/scaling");
        var name = answer.json().path("region").asText("");
        if (!answer.isFine() || name.isEmpty()) {
            throw new Trouble(answer.isFine() ? "this is no Overture" : answer.problem());
        }
        return name;
    }

    private Receipt client(Subject subject) throws Trouble {
        var answer = persist("DELETE", subject.path());
        var json = answer.json();
        if (answer.isFine() && json.path("erased") instanceof ObjectNode erased) {
            return new Receipt.Confirmed(subject, url(), region, clock.instant(), erased, json.path("marksUntil"));
        }
        throw new Trouble(answer.isFine() ? "it did not say what it erased" : answer.problem());
    }

    /** At one site after the other, until none knows that browser. */
    private Receipt visitor(Subject subject) throws Trouble {
        var erased = JsonNodeFactory.instance.objectNode().put("visitors", 0);
        for (int sites = 0; sites < MOST_SITES; sites++) {
            var answer = persist("DELETE", subject.path());
            if (answer.status() == 404) {
                return new Receipt.Confirmed(
                        subject, url(), region, clock.instant(), erased, MissingNode.getInstance());
            }
            if (!answer.isFine()) {
                throw new Trouble(answer.problem());
            }
            erased.put("visitors", sites + 1);
        }
        throw new Trouble("it is erased again and again, and still there");
    }

    private Answer persist(String method, String path) throws Trouble {
        long until = System.nanoTime() + patience.toNanos();
        var pause = FIRST_PAUSE;
        while (true) {
            Duration asked;
            String why;
            try {
                var answer = service.ask(method, path);
                if (!PASSING.contains(answer.status())) {
                    return answer;
                }
                asked = answer.retryAfter().orElse(pause);
                why = answer.problem();
            } catch (Unreached away) {
                asked = pause;
                why = String.valueOf(away.getMessage());
            }
            if (System.nanoTime() + asked.toNanos() > until) {
                throw new Unreached(why);
            }
            rest(asked);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    private Receipt unconfirmed(Subject subject, String why) {
        return new Receipt.Unconfirmed(subject, url(), clock.instant(), why);
    }

    private String url() {
        return service.base().toString();
    }

    private static void rest(Duration pause) throws Trouble {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble("interrupted");
        }
    }
}
