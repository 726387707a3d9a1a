package io.overture.wire;

/**
 * What an identifier looks like: from {@code least} to {@code most} characters of an alphabet.
 *
 * @param isWord whether it is of {@code a-z _} only, and not of {@code A-Z a-z 0-9 _ -}
 */
public record IdentifierShape(int least, int most, boolean isWord) {

    public static IdentifierShape id(int least, int most) {
        return new IdentifierShape(least, most, false);
    }

    public static IdentifierShape word(int least, int most) {
        return new IdentifierShape(least, most, true);
    }

    public boolean fits(String text) {
        if (text.length() < least || text.length() > most) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (!isOfIt(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean isOfIt(char each) {
        return (each >= 'a' && each <= 'z')
                || each == '_'
                || (!isWord && ((each >= 'A' && each <= 'Z') || (each >= '0' && each <= '9') || each == '-'));
    }

    /** What is told of one that does not fit. */
    public String rule() {
        return "must be %d to %d characters of %s".formatted(least, most, isWord ? "a-z _" : "A-Z a-z 0-9 _ -");
    }
}
