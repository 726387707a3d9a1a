package io.overture.roster;

import io.overture.offer.Wish;
import io.overture.visitor.Category;
import io.overture.visitor.Language;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How well somebody fits a wish; the least is the best. Language comes first: an exact tag ({@code fr-CA}) before one that
 * includes it ({@code fr}), before the same language elsewhere ({@code fr-CH}). Then who is named for the piece's category, then who has the channel that was proposed.
 */
record Fit(int language, int skill, int channel) implements Comparable<Fit> {

    private static final Comparator<Fit> BEST_FIRST =
            Comparator.comparingInt(Fit::language).thenComparingInt(Fit::skill).thenComparingInt(Fit::channel);

    private static final int NONE = Integer.MAX_VALUE;

    static Optional<Fit> of(Wish wish, Desk desk) {
        return of(wish, wish.category(), desk.languages(), desk.skills(), desk.channels());
    }

    static Optional<Fit> of(Wish wish, Advisor advisor) {
        return of(wish, wish.category(), advisor.languages(), advisor.skills(), advisor.channels());
    }

    /** Of a desk that takes the place of another: whatever the piece is. */
    static Optional<Fit> standingIn(Wish wish, Desk desk) {
        return of(wish, null, desk.languages(), desk.skills(), desk.channels());
    }

    static Optional<Fit> standingIn(Wish wish, Advisor advisor) {
        return of(wish, null, advisor.languages(), advisor.skills(), advisor.channels());
    }

    @Override
    public int compareTo(Fit other) {
        return BEST_FIRST.compare(this, other);
    }

    private static Optional<Fit> of(
            Wish wish, @Nullable String category, List<String> languages, List<String> skills, List<String> channels) {
        int language = languages.stream()
                .mapToInt(each -> distance(wish.language(), each))
                .min()
                .orElse(NONE);
        int skill = distance(category, skills);
        int channel = firstOf(wish.channels(), channels);
        return language == NONE || skill == NONE || channel == NONE
                ? Optional.empty()
                : Optional.of(new Fit(language, skill, channel));
    }

    private static int distance(String wanted, String spoken) {
        var hers = Language.of(wanted).orElse(null);
        var theirs = Language.of(spoken).orElse(null);
        if (hers == null || theirs == null || !hers.isAkin(theirs)) {
            return NONE;
        }
        if (hers.equals(theirs)) {
            return 0;
        }
        return hers.isWithin(theirs) || theirs.isWithin(hers) ? 1 : 2;
    }

    /** A piece whose category nobody knows is everybody's. */
    private static int distance(@Nullable String category, List<String> skills) {
        if (skills.isEmpty() || category == null || category.isEmpty()) {
            return 1;
        }
        var path = new Category(category);
        return skills.stream().anyMatch(path::isWithin) ? 0 : NONE;
    }

    private static int firstOf(List<String> wanted, List<String> served) {
        for (int i = 0; i < wanted.size(); i++) {
            if (served.contains(wanted.get(i))) {
                return i;
            }
        }
        return NONE;
    }
}
