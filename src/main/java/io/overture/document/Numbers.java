package io.overture.document;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Amounts, counts and shares. */
public final class Numbers {

    public static final BigDecimal LARGEST = new BigDecimal("1000000000000");
    public static final int MOST_DECIMALS = 6;
    /** As many instants as a visitor keeps of anything. */
    public static final int MOST_COUNTED = 16;

    private static final Pattern PERCENT = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,4})?)\\s?%");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Numbers() {}

    /** An amount of money or a factor: 0 to 1e12, with at most six decimals. */
    public static BigDecimal amount(Place place) {
        if (!place.node().isNumber()) {
            return place.fault("This must be a number.", BigDecimal.ZERO);
        }
        var value = place.node().decimalValue();
        if (value.signum() < 0) {
            return place.fault("This must not be negative.", BigDecimal.ZERO);
        }
        if (value.compareTo(LARGEST) > 0) {
            return place.fault("This must be at most %s.".formatted(LARGEST.toPlainString()), BigDecimal.ZERO);
        }
        var plain = value.stripTrailingZeros();
        if (plain.scale() > MOST_DECIMALS) {
            return place.fault("This must have at most %d decimals.".formatted(MOST_DECIMALS), BigDecimal.ZERO);
        }
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    /** How many times: what a visitor keeps can be counted up to sixteen. */
    public static int times(Place place) {
        return whole(place, 1, MOST_COUNTED);
    }

    public static int whole(Place place, int least, int most) {
        var node = place.node();
        var value = node.isNumber() ? node.decimalValue() : BigDecimal.ONE.negate();
        boolean fits = value.compareTo(BigDecimal.valueOf(least)) >= 0
                && value.compareTo(BigDecimal.valueOf(most)) <= 0
                && value.stripTrailingZeros().scale() <= 0;
        return fits
                ? value.intValueExact()
                : place.fault("This must be a whole number from %d to %d.".formatted(least, most), least);
    }

    /** A number as computers reckon with it, between bounds that it may reach. */
    public static double real(double least, double most, Place place) {
        double value = place.node().isNumber() ? place.node().doubleValue() : Double.NaN;
        return value >= least && value <= most
                ? value
                : place.fault("This must be a number from %s to %s.".formatted(plain(least), plain(most)), least);
    }

    private static String plain(double bound) {
        return BigDecimal.valueOf(bound).stripTrailingZeros().toPlainString();
    }

    /** {@code 10%}, or {@code 0.1}. */
    public static BigDecimal share(Place place) {
        var node = place.node();
        if (node.isNumber()) {
            var value = node.decimalValue();
            if (value.signum() < 0 || value.compareTo(BigDecimal.ONE) > 0) {
                return place.fault("A share is a number from 0 to 1, or a percentage such as 10%.", BigDecimal.ZERO);
            }
            return amount(place);
        }
        var percent = PERCENT.matcher(node.isTextual() ? node.textValue() : "");
        if (!percent.matches() || new BigDecimal(percent.group(1)).compareTo(HUNDRED) > 0) {
            return place.fault("A share is a percentage such as 10%, or a number from 0 to 1.", BigDecimal.ZERO);
        }
        return new BigDecimal(percent.group(1)).movePointLeft(2).stripTrailingZeros();
    }
}
