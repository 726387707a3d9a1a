package io.overture.intake;

import java.math.BigDecimal;

/** Numbers as they are kept: the same number is the same text. Their exponents are bounded where they are parsed. */
final class Numbers {

    private Numbers() {}

    /** Without trailing zeros and without an exponent. */
    static BigDecimal plain(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    static boolean isInteger(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0;
    }
}
