package io.overture.wire;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/** Numbers as they are kept: the same number is the same text. Their exponents are bounded where they are parsed. */
public final class Numbers {

    private static final int LONG_DIGITS = 18;

    private Numbers() {}

    /** Without trailing zeros and without an exponent. */
    public static BigDecimal plain(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** Of so few digits that it is one; without digits it is zero. */
    static long integer(byte[] bytes, int start, int end) {
        boolean isNegative = start < end && bytes[start] == '-';
        long digits = 0;
        for (int i = isNegative ? start + 1 : start; i < end; i++) {
            digits = digits * 10 + bytes[i] - '0';
        }
        return isNegative ? -digits : digits;
    }

    /** The number that JSON writes so, plainly; without digits it is zero. */
    static BigDecimal plain(byte[] bytes, int start, int end) {
        boolean isSimple = end - start <= LONG_DIGITS;
        long digits = 0;
        int scale = 0;
        boolean isFraction = false;
        for (int i = start; i < end && isSimple; i++) {
            switch (bytes[i]) {
                case '-' -> {}
                case '.' -> isFraction = true;
                case 'e', 'E' -> isSimple = false;
                default -> {
                    digits = digits * 10 + bytes[i] - '0';
                    scale += isFraction ? 1 : 0;
                }
            }
        }
        if (!isSimple) {
            return plain(new BigDecimal(new String(bytes, start, end - start, StandardCharsets.ISO_8859_1)));
        }
        for (; scale > 0 && digits % 10 == 0; scale--) {
            digits /= 10;
        }
        return BigDecimal.valueOf(start < end && bytes[start] == '-' ? -digits : digits, scale);
    }
}
