package io.overture.trigger;

import io.overture.visitor.Item;
import io.overture.visitor.Memory;
import io.overture.visitor.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Items viewed in this session that she knows from earlier visits.
 *
 * @param within null: in this session
 */
public record Revisit(List<Of> of, int atLeast, @Nullable Duration within) implements Condition {

    /** What ties an item to earlier visits. */
    public enum Of {
        FAVOURITE_CATEGORY,
        WISHLIST,
        ITEM,
        CART;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Revisit {
        of = List.copyOf(of);
    }

    @Override
    public Spans holds(Scene scene) {
        var memory = scene.visitor().memory();
        var times = scene.times(atLeast);
        for (var interest : scene.interests()) {
            if (ties(interest.item(), memory, scene.session())) {
                times.add(interest.views());
            }
        }
        return within == null ? Spans.when(times.total() >= atLeast) : new Window(atLeast, within).over(times);
    }

    private boolean ties(Item item, Memory memory, Session session) {
        for (int i = 0; i < of.size(); i++) {
            if (ties(of.get(i), item, memory, session)) {
                return true;
            }
        }
        return false;
    }

    private static boolean ties(Of tie, Item item, Memory memory, Session session) {
        return switch (tie) {
            case ITEM -> memory.seen().containsKey(item.id());
            case CART -> memory.cart().contains(item.id());
            case WISHLIST -> {
                var wish = memory.wishes().get(item.id());
                yield wish != null && wish.standsFromEarlier();
            }
            case FAVOURITE_CATEGORY -> isFavourite(item, memory, session);
        };
    }

    private static boolean isFavourite(Item item, Memory memory, Session session) {
        var client = session.client();
        var named = client == null ? List.<String>of() : client.favouriteCategories();
        return !named.isEmpty() && Views.isIn(item.category(), named)
                || !memory.favours().isEmpty()
                        && isFavourite(item, memory, session.activity().began());
    }

    private static boolean isFavourite(Item item, Memory memory, Instant began) {
        for (var favour : memory.favours().entrySet()) {
            if (item.category().hasPrefix(favour.getKey()) && favour.getValue().isFavourite(began)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public List<Dependency> dependencies() {
        return Dependency.on(Aspect.VIEWS, Aspect.MEMORY, Aspect.CLIENT, Aspect.BEGAN);
    }

    @Override
    public String words() {
        return Words.of("revisit")
                .with("of", of.stream().map(Of::word).toList())
                .with("atLeast", atLeast == 1 ? null : atLeast)
                .with("within", within)
                .toString();
    }
}
