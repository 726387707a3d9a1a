package io.overture.lift;

import static io.overture.document.Numbers.real;

import io.overture.document.Fields;
import io.overture.document.Place;

/** Reads an arm's sums, of amounts or of a share, and refuses those that no values have. */
final class SumsReader {

    static final Sample STAND_IN = new Sample(2, 0, 0);
    static final Covariate NOTHING = new Covariate(0, 0, 0);

    private static final double MOST_UNITS = 1e12;
    private static final double LARGEST = 1e18;
    private static final double LARGEST_SQUARES = 1e36;
    /** Sums that were added up elsewhere carry errors of their own. */
    private static final double ROUNDING = 1e-9;

    private SumsReader() {}

    static Sample amounts(Place place) {
        var fields = Fields.of(place, "n", "sum", "sumSquares");
        long n = units(fields);
        double sum = fields.needed("sum", 0.0, SumsReader::signed);
        double squares = fields.needed("sumSquares", 0.0, at -> squares(n, sum, at));
        return Sample.ofAmounts(n, sum, squares);
    }

    static Sample share(Place place) {
        var fields = Fields.of(place, "n", "sum");
        long n = units(fields);
        return Sample.ofShare(n, fields.needed("sum", 0.0, at -> real(0, n, at)));
    }

    /** @param n units of the arm */
    static Covariate covariate(long n, Place place) {
        var fields = Fields.of(place, "sumX", "sumSquaresX", "sumXY");
        double sum = fields.needed("sumX", 0.0, SumsReader::signed);
        return new Covariate(
                sum,
                fields.needed("sumSquaresX", 0.0, at -> squares(n, sum, at)),
                fields.needed("sumXY", 0.0, at -> real(-LARGEST_SQUARES, LARGEST_SQUARES, at)));
    }

    private static long units(Fields fields) {
        return fields.needed("n", 2L, place -> {
            double n = real(2, MOST_UNITS, place);
            return n == Math.rint(n) ? (long) n : place.fault("This must be a whole number.", 2L);
        });
    }

    private static double signed(Place place) {
        return real(-LARGEST, LARGEST, place);
    }

    private static double squares(long n, double sum, Place place) {
        double squares = real(0, LARGEST_SQUARES, place);
        return squares * (1 + ROUNDING) >= sum * sum / n
                ? squares
                : place.fault("No %d values with this sum have so small a sum of squares.".formatted(n), 0.0);
    }
}
