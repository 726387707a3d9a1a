package io.overture.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import io.overture.redis.Tunnel;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The advisor's connection breaks in the middle of a conversation, for a moment or for good. */
@TestInstance(Lifecycle.PER_CLASS)
class DeadAdvisorIT {

    /** Longer than an advisor may be out of reach before somebody else is called. */
    private static final double RELIEVED = 150_000;

    private static final String[] BEFORE = {"Good evening, Madame.", "Good evening."};

    private Salon salon;
    private Tunnel wire;

    @BeforeAll
    void opens() {
        salon = Salon.open(Map.of());
        salon.knows("C-0007", "{\"name\": \"Kenji Asano\", \"advisor\": \"camille\", \"tier\": \"vic\"}");
    }

    @AfterAll
    void closes() throws Exception {
        salon.close();
    }

    @AfterEach
    void goHome() throws Exception {
        salon.clear();
        wire.close();
    }

    @Test
    void a_short_cut_loses_nothing() throws IOException {
        var eloise = salon.advisor("advisor");
        var camille = camilleFarAway();
        var tab = conversing(camille);

        wire.cutNextReplies(1);
        tab.says("Is the calf").says("hand stitched?");

        camille.reads("Good evening, Madame.", "Good evening.", "Is the calf", "hand stitched?");
        camille.says("Every seam.");
        tab.reads("Good evening, Madame.", "Good evening.", "Is the calf", "hand stitched?", "Every seam.");
        assertThat(eloise.rings()).hasCount(0);
        camille.ends();
    }

    @Test
    void when_she_stays_away_a_colleague_is_called_who_reads_everything() throws IOException {
        var eloise = salon.advisor("advisor");
        var tab = conversing(camilleFarAway());

        wire.close();
        tab.says("Are you there?");

        assertThat(eloise.rings()).hasCount(1, new HasCountOptions().setTimeout(RELIEVED));
        eloise.claims().reads("Good evening, Madame.", "Good evening.", "Are you there?");
        eloise.says("I am here now.");
        tab.reads("Good evening, Madame.", "Good evening.", "Are you there?", "I am here now.");
        eloise.ends();
    }

    /** Camille, whose console comes by a wire of its own. */
    private Screen camilleFarAway() throws IOException {
        wire = new Tunnel(salon.node().base().getPort());
        return salon.advisor("camille", URI.create("http://127.0.0.1:" + wire.port()));
    }

    private Tab conversing(Screen camille) {
        var tab = salon.guest().comesTo("/sign-in").presses("Continue as Mr Kenji Asano");
        tab.goes("/piece/L-210").seesCard().answers("With pleasure");
        camille.claims().says(BEFORE[0]);
        tab.reads(BEFORE[0]);
        tab.says(BEFORE[1]);
        camille.reads(BEFORE);
        return tab;
    }
}
