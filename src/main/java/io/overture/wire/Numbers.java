package io.overture.wire;

import java.math.BigDecimal;

/** Numbers as they are kept: the same number is the same text. Their exponents are bounded where they are parsed. */
public final class Numbers {

    private Numbers() {}

    /** Without trailing zeros and without an exponent. */
    public static BigDecimal plain(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    public static boolean isInteger(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0;
    }
}
