package io.overture.trigger;

import io.overture.visitor.Category;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
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
        return window.over(scene.viewed(this, false));
    }

    @Override
    public Spans fails(Scene scene) {
        return window.over(scene.viewed(this, true)).complement();
    }

    /** Whether the other counts the same views, be it in another window. */
    boolean countsAs(Views other) {
        return distinct == other.distinct
                && categories.equals(other.categories)
                && Objects.equals(minPrice, other.minPrice);
    }

    /** @param ifUnknown whether an item counts whose price nobody knows */
    void count(Scene scene, boolean ifUnknown, Times times) {
        var interests = scene.interests();
        for (int i = 0; i < interests.length; i++) {
            var views = interests[i].views();
            if (!views.isNever() && isIn(interests[i].item().category(), categories) && isDear(scene, i, ifUnknown)) {
                switch (distinct) {
                    case NONE -> times.add(views);
                    case ITEMS -> times.add(views.millis(0));
                    case CATEGORIES -> {
                        if (isNewestOfCategory(scene, i, ifUnknown)) {
                            times.add(views.millis(0));
                        }
                    }
                }
            }
        }
    }

    private boolean isDear(Scene scene, int i, boolean ifUnknown) {
        if (minPrice == null) {
            return true;
        }
        var price = scene.price(i);
        return price == null ? ifUnknown : price.compareTo(minPrice) >= 0;
    }

    /** Whether no other item that counts stands in its category and was viewed later; of equals, the first. */
    private boolean isNewestOfCategory(Scene scene, int i, boolean ifUnknown) {
        var interests = scene.interests();
        var category = interests[i].item().category();
        if (category.equals(Category.NONE)) {
            return false;
        }
        long last = interests[i].views().millis(0);
        for (int j = 0; j < interests.length; j++) {
            var views = interests[j].views();
            if (j != i
                    && !views.isNever()
                    && interests[j].item().category().equals(category)
                    && (j < i ? views.millis(0) >= last : views.millis(0) > last)
                    && isDear(scene, j, ifUnknown)) {
                return false;
            }
        }
        return true;
    }

    static boolean isIn(Category category, List<String> wanted) {
        if (wanted.isEmpty()) {
            return true;
        }
        for (int i = 0; i < wanted.size(); i++) {
            if (category.isWithin(wanted.get(i))) {
                return true;
            }
        }
        return false;
    }

    @Override
    public List<Dependency> dependencies() {
        return Dependency.on(Aspect.VIEWS, categories);
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
