package io.overture.demo.crowd;

import io.overture.demo.crowd.Story.Act;
import io.overture.demo.crowd.Story.Guise;
import io.overture.demo.crowd.Story.Manner;
import io.overture.demo.crowd.Story.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Makes up what one member of the crowd does, visit after visit. The same seed and member give the same stories. Most
 * visits call for nothing, as in life; the others each lead towards one of the demo book's triggers. Rhythms are those of
 * its time-lapse.
 */
final class Storyteller {

    private static final List<Guise> GUISES = List.of(
            new Guise("fr-FR", "Europe/Paris", "desktop", false),
            new Guise("fr-FR", "Europe/Paris", "mobile", false),
            new Guise("en-GB", "Europe/London", "desktop", false),
            new Guise("en-US", "America/New_York", "mobile", false),
            new Guise("it-IT", "Europe/Rome", "mobile", false),
            new Guise("de-CH", "Europe/Zurich", "desktop", false),
            new Guise("ja-JP", "Asia/Tokyo", "mobile", false),
            new Guise("ar-AE", "Asia/Dubai", "mobile", false));
    private static final List<String> CATEGORIES = List.of("watches", "leather", "couture");
    private static final List<String> TOPICS =
            List.of("sizing", "materials", "provenance", "delivery", "care", "returns");
    private static final List<String> UNKNOWN_TO_THE_HOUSE =
            List.of("tourbillon", "minute repeater", "crocodile", "tiara", "opera gloves", "fountain pen");

    /** Of ten visits. */
    private static final int PASSING_BY = 4;

    private final SplittableRandom random;
    private List<Act> acts = new ArrayList<>();
    private boolean first = true;

    /** @param member her number in the crowd, from 0 */
    Storyteller(long seed, int member) {
        random = new SplittableRandom(seed * 1_000_003 + member);
    }

    Story next() {
        acts = new ArrayList<>();
        var returns = !first && random.nextInt(3) > 0;
        first = false;
        var guise = any(GUISES);
        var turn = random.nextInt(10);
        var press = turn == 9;
        if (turn < PASSING_BY) {
            passesBy();
        } else {
            towardsATrigger(turn);
        }
        return new Story(
                returns,
                new Guise(guise.language(), guise.timeZone(), guise.device(), press),
                new Reply(manner(), seconds(1, 2), seconds(2, 6)),
                acts,
                seconds(4, 20));
    }

    private void towardsATrigger(int turn) {
        switch (turn) {
            case 4, 5 -> lingers();
            case 6 -> seeksReassurance();
            case 7 -> hesitates();
            case 8 -> compares();
            default -> comesFromThePress();
        }
    }

    /** The window, one thing inside, and out again. */
    private void passesBy() {
        comesIn();
        var piece = any(Piece.of(browses()));
        act(2, 9, new Deed.Views(piece));
        if (random.nextBoolean()) {
            act(2, 6, new Deed.Looks(piece, any(TOPICS)));
        }
        if (random.nextInt(4) == 0) {
            act(2, 8, new Deed.Misses(any(UNKNOWN_TO_THE_HOUSE)));
        }
        act(3, 10, new Deed.Opens("/demo/"));
    }

    private void lingers() {
        comesIn();
        browses();
        var piece = any(Piece.premium());
        act(2, 6, new Deed.Views(piece));
        for (int stretch = 2 + random.nextInt(3); stretch > 0; stretch--) {
            stays(piece);
        }
        if (random.nextBoolean()) {
            act(2, 5, new Deed.Wishes(piece));
        }
        leaves();
    }

    private void seeksReassurance() {
        comesIn();
        var piece = any(Piece.premium());
        act(3, 8, new Deed.Views(piece));
        var from = random.nextInt(TOPICS.size());
        for (int look = 0; look < 3 + random.nextInt(2); look++) {
            act(3, 8, new Deed.Looks(piece, TOPICS.get((from + look) % TOPICS.size())));
        }
        stays(piece);
        leaves();
    }

    private void hesitates() {
        comesIn();
        var piece = any(Piece.premium());
        act(2, 6, new Deed.Views(piece));
        act(4, 9, new Deed.Adds(piece));
        act(3, 7, new Deed.BeginsCheckout(piece));
        // And then nothing, for as long as it takes to be noticed.
        act(15, 35, new Deed.Opens("/demo/"));
    }

    private void compares() {
        comesIn();
        var premium = Piece.premium();
        var from = random.nextInt(premium.size());
        for (int look = 0; look < 3; look++) {
            var piece = premium.get((from + look) % premium.size());
            act(3, 8, new Deed.Views(piece));
            act(2, 5, new Deed.Looks(piece, any(TOPICS)));
        }
        leaves();
    }

    private void comesFromThePress() {
        act(1, 4, new Deed.Opens("/demo/press/noon"));
        var piece = Piece.ALL.getFirst();
        act(6, 14, new Deed.Views(piece));
        act(3, 8, new Deed.Looks(piece, any(TOPICS)));
        leaves();
    }

    private void comesIn() {
        act(1, 6, new Deed.Opens("/demo/"));
    }

    private void leaves() {
        act(8, 18, new Deed.Opens("/demo/"));
    }

    private String browses() {
        var category = any(CATEGORIES);
        act(2, 7, new Deed.Lists(category));
        return category;
    }

    /** The shop's script reports engaged time in slices of at most ten seconds. */
    private void stays(Piece piece) {
        var time = seconds(4, 10);
        acts.add(new Act(time, new Deed.Stays(piece, time)));
    }

    private void act(int least, int most, Deed deed) {
        acts.add(new Act(seconds(least, most), deed));
    }

    /** Answers free the advisor's slot at once; only one in ten lets an invitation run out. */
    private Manner manner() {
        var turn = random.nextInt(10);
        return turn == 0 ? Manner.LETS_IT_PASS : turn < 4 ? Manner.DISMISSES : Manner.DECLINES;
    }

    private Duration seconds(int least, int most) {
        return Duration.ofMillis(random.nextLong(least * 1000L, most * 1000L + 1));
    }

    private <T> T any(List<T> these) {
        return these.get(random.nextInt(these.size()));
    }
}
