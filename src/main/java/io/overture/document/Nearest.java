package io.overture.document;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Guesses what somebody meant to write. */
public final class Nearest {

    private static final int FARTHEST = 2;

    private Nearest() {}

    /** A sentence that names the word meant, or all there are; begins with a space. */
    public static String hint(String written, Collection<String> known) {
        return to(written, known)
                .map(" Did you mean \"%s\"?"::formatted)
                .orElseGet(() -> known.isEmpty() ? "" : " Known are: %s.".formatted(list(known)));
    }

    public static String list(Collection<String> words) {
        return String.join(", ", words);
    }

    private static Optional<String> to(String written, Collection<String> known) {
        var plain = plain(written);
        record Candidate(String word, int distance) {}
        return known.stream()
                .filter(word -> word.length() >= plain.length() - FARTHEST)
                .map(word -> new Candidate(word, distance(plain, plain(word))))
                .filter(each -> each.distance <= FARTHEST && each.distance < each.word.length() - 1)
                .min(Comparator.comparingInt(Candidate::distance))
                .map(Candidate::word);
    }

    private static String plain(String word) {
        var lower = word.toLowerCase(Locale.ROOT).replaceAll("[_\\s-]", "");
        return lower.length() > 64 ? lower.substring(0, 64) : lower;
    }

    /** Levenshtein's. */
    private static int distance(String a, String b) {
        var above = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            var row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(changed, 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return above[b.length()];
    }
}
