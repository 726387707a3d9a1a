package io.overture.trigger;

import io.overture.visitor.Category;
import io.overture.visitor.Interest;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Items viewed.
 *
 * @param distinct what counts once
 * @param categories any of these; none means any
 * @param minPrice in the book's currency; an item whose price nobody knows counts neither for nor against
 */
public record Views(
        Window window,
        Distinct distinct,
        List<String> categories,
        @Nullable BigDecimal minPrice) implements Condition {

    /** What counts once however often it is viewed. */
    public enum Distinct {
        NONE,
        ITEMS,
        CATEGORIES;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Views {
        categories = List.copyOf(categories);
    }

    @Override
    public Spans holds(Scene scene) {
        return count(scene, interest -> isDear(scene.price(interest.item()), false));
    }

    @Override
    public Spans fails(Scene scene) {
        return count(scene, interest -> isDear(scene.price(interest.item()), true))
                .complement();
    }

    private boolean isDear(@Nullable BigDecimal price, boolean ifUnknown) {
        return minPrice == null || (price == null ? ifUnknown : price.compareTo(minPrice) >= 0);
    }

    private Spans count(Scene scene, Predicate<Interest> counts) {
        var viewed = scene.attention().interests().stream()
                .filter(interest -> interest.views().last().isPresent())
                .filter(interest -> isIn(interest.item().category(), categories))
                .filter(counts);
        return switch (distinct) {
            case NONE -> window.over(viewed.flatMap(i -> i.views().newestFirst().stream()));
            case ITEMS -> window.over(viewed.flatMap(i -> i.views().last().stream()));
            case CATEGORIES -> {
                var latest = new HashMap<Category, Instant>();
                viewed.forEach(i -> i.views()
                        .last()
                        .ifPresent(at -> latest.merge(i.item().category(), at, (a, b) -> a.isAfter(b) ? a : b)));
                latest.remove(Category.NONE);
                yield window.over(latest.values());
            }
        };
    }

    static boolean isIn(Category category, List<String> wanted) {
        return wanted.isEmpty() || wanted.stream().anyMatch(category::isWithin);
    }

    @Override
    public Set<Aspect> aspects() {
        return EnumSet.of(Aspect.ATTENTION);
    }

    @Override
    public String words() {
        return Words.of("views")
                .with("atLeast", window.atLeast())
                .with("within", window.within())
                .with("distinct", distinct == Distinct.NONE ? null : distinct.word())
                .with("category", categories)
                .with("minPrice", minPrice)
                .toString();
    }
}
