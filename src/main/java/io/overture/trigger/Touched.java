package io.overture.trigger;

import io.overture.visitor.Attention;
import io.overture.visitor.Category;
import io.overture.visitor.Interest;
import io.overture.visitor.Item;
import io.overture.visitor.Recent;
import io.overture.visitor.Stretches;
import java.time.Instant;
import java.util.BitSet;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The literals that look at something that changed. Parts are compared by identity first: a fold leaves alone what it does not touch. */
final class Touched {

    private static final Interest NOTHING =
            new Interest(Item.unknown(""), Recent.NEVER, Stretches.NONE, Map.of(), Instant.EPOCH);

    /** Beyond, there may be as many prefixes as characters, and fewer keys than that are asked one by one. */
    private static final int LONG_PATH = 128;

    private final Index index;
    private final BitSet literals;

    Touched(Index index) {
        this.index = index;
        this.literals = new BitSet(index.literals());
    }

    /** By number. */
    BitSet literals() {
        return literals;
    }

    void all(Aspect aspect) {
        add(index.whole(aspect));
        for (var key : index.keys(aspect)) {
            add(index.under(aspect, key));
        }
    }

    /** Touches what looks at an entry that is there in one of them alone, or differs. */
    void entries(Aspect aspect, Map<?, ?> before, Map<?, ?> after) {
        if (before == after || before.isEmpty() && after.isEmpty()) {
            return;
        }
        if (index.whole(aspect).length > 0 && !before.equals(after)) {
            add(index.whole(aspect));
        }
        var keys = index.keys(aspect);
        if (keys.length <= before.size() + after.size()) {
            for (var key : keys) {
                entry(aspect, key, before, after);
            }
        } else {
            after.keySet().forEach(key -> entry(aspect, key, before, after));
            before.keySet().forEach(key -> entry(aspect, key, before, after));
        }
    }

    private void entry(Aspect aspect, Object key, Map<?, ?> before, Map<?, ?> after) {
        if (!Objects.equals(before.get(key), after.get(key))) {
            add(index.under(aspect, key));
        }
    }

    /** @param before settled, as {@code after} is */
    void attention(Attention before, Attention after) {
        if (before == after) {
            return;
        }
        entries(Aspect.LOOKS, before.unplaced(), after.unplaced());
        int kept = 0;
        for (var interest : after.interests()) {
            var had = before.items().get(interest.item().id());
            kept += had == null ? 0 : 1;
            item(had, interest);
        }
        if (kept < before.items().size()) {
            for (var interest : before.interests()) {
                if (!after.items().containsKey(interest.item().id())) {
                    item(interest, null);
                }
            }
        }
    }

    private void item(@Nullable Interest before, @Nullable Interest after) {
        if (before == after) {
            return;
        }
        var had = before == null ? NOTHING : before;
        var has = after == null ? NOTHING : after;
        boolean isAnother = !had.item().equals(has.item());
        if (!had.views().equals(has.views()) || isAnother && !has.views().isNever()) {
            category(Aspect.VIEWS, had, has);
        }
        if (!had.engaged().equals(has.engaged()) || isAnother && !has.engaged().isEmpty()) {
            category(Aspect.ENGAGED, had, has);
        }
        entries(Aspect.LOOKS, had.looks(), has.looks());
    }

    private void category(Aspect aspect, Interest had, Interest has) {
        add(index.whole(aspect));
        if (index.keys(aspect).length > 0) {
            category(aspect, has.item().category());
            if (!had.item().category().equals(has.item().category())) {
                category(aspect, had.item().category());
            }
        }
    }

    private void category(Aspect aspect, Category category) {
        if (category.path().length() > LONG_PATH) {
            for (var key : index.keys(aspect)) {
                if (category.isWithin((String) key)) {
                    add(index.under(aspect, key));
                }
            }
            return;
        }
        for (var path : category.prefixes()) {
            add(index.under(aspect, path));
        }
    }

    private void add(int[] some) {
        for (int literal : some) {
            literals.set(literal);
        }
    }
}
