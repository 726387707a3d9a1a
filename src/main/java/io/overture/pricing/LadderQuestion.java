package io.overture.pricing;

import static io.overture.document.Numbers.real;

import io.overture.document.Fields;
import io.overture.document.Numbers;
import io.overture.document.Place;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * What a ladder would be with so many slots and such a demand.
 *
 * @param slots 0 to {@value #MOST_SLOTS}
 */
record LadderQuestion(int slots, Demand demand) {

    static final int MOST_SLOTS = 1_000;
    static final int MOST_WEIGHTS = 10_000;

    private static final double MOST_ARRIVALS = 1e6;
    private static final double FEWEST_ARRIVALS = 1e-9;
    /** Of all the moments: what is rarer than this counts for nothing beside the errors of arithmetic. */
    private static final double RAREST = 1e-12;
    /** A day: nobody talks for longer. */
    private static final double LONGEST_OCCUPATION = 86_400;

    private static final double LEAST_OCCUPATION = 0.001;
    private static final double HEAVIEST = 1e12;

    static LadderQuestion read(Place root) {
        var fields = Fields.of(root, "slots", "arrivals", "occupation", "weights", "shares");
        int slots = fields.needed("slots", 0, place -> Numbers.whole(place, 0, MOST_SLOTS));
        double arrivals = fields.needed("arrivals", 0.0, LadderQuestion::arrivals);
        double occupation =
                fields.needed("occupation", 1.0, place -> real(LEAST_OCCUPATION, LONGEST_OCCUPATION, place));
        var weights = fields.needed("weights", new double[0], place -> reals(HEAVIEST, place));
        double @Nullable [] shares = fields.orNull("shares", place -> reals(HEAVIEST, place));
        return new LadderQuestion(slots, new Demand(arrivals, occupation, worth(weights, shares, root.at("shares"))));
    }

    /** None, or as many as can be told from none. */
    private static double arrivals(Place place) {
        double arrivals = real(0, MOST_ARRIVALS, place);
        return arrivals == 0 || arrivals >= FEWEST_ARRIVALS
                ? arrivals
                : place.fault("This must be 0, or 1e-9 at least.", 0.0);
    }

    private static double[] reals(double most, Place place) {
        List<Place> all = place.list();
        return all.size() > MOST_WEIGHTS
                ? place.fault("This list has at most %d entries.".formatted(MOST_WEIGHTS), new double[0])
                : all.stream().mapToDouble(each -> real(0, most, each)).toArray();
    }

    private static Weights worth(double[] weights, double @Nullable [] shares, Place place) {
        if (shares == null) {
            return Weights.of(weights);
        }
        if (shares.length != weights.length) {
            return place.fault("There must be as many shares as weights.", Weights.of());
        }
        double all = DoubleStream.of(shares).sum();
        if (shares.length > 0 && all == 0) {
            return place.fault("One share at least must be more than 0.", Weights.of());
        }
        return DoubleStream.of(shares).anyMatch(share -> share > 0 && share < all * RAREST)
                ? place.fault("A share must be 0, or 1e-12 of all of them at least.", Weights.of())
                : Weights.of(weights, shares);
    }
}
