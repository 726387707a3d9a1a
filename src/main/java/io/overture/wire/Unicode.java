package io.overture.wire;

/** What may be kept and sent on: text that is the same after it went through UTF-8. */
public final class Unicode {

    private Unicode() {}

    /** Whether no half of a surrogate pair stands in it alone. */
    public static boolean isWhole(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (i + 1 == text.length() || !Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }
}
