package io.overture.trigger;

import io.overture.visitor.Item;
import io.overture.visitor.Memory;
import io.overture.visitor.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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
        var times = scene.attention().interests().stream()
                .filter(interest -> of.stream().anyMatch(tie -> ties(tie, interest.item(), memory, scene.session())))
                .flatMap(interest -> interest.views().newestFirst().stream())
                .toList();
        return within == null ? sinceEver(times) : new Window(atLeast, within).over(times);
    }

    private Spans sinceEver(List<Instant> times) {
        return Spans.when(times.size() >= atLeast);
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
        return named.stream().anyMatch(item.category()::isWithin)
                || item.category().prefixes().stream()
                        .map(memory.favours()::get)
                        .anyMatch(favour -> favour != null
                                && favour.isFavourite(session.activity().began()));
    }

    @Override
    public Set<Aspect> aspects() {
        return EnumSet.of(Aspect.ATTENTION, Aspect.MEMORY, Aspect.CLIENT, Aspect.BEGAN);
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
