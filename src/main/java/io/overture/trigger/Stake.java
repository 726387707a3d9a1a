package io.overture.trigger;

import io.overture.visitor.Interest;
import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Value at stake: the larger of the cart and the price of the item with most engaged time in the half hour before the
 * session's last event.
 *
 * @param amount in the book's currency; null when unknown, zero when there is nothing
 * @param item the piece in question, if there is one
 */
public record Stake(@Nullable BigDecimal amount, @Nullable String item) {

    private static final Duration RECENT = Duration.ofMinutes(30);

    /** Whether the house knows what it is worth. */
    public boolean isKnown() {
        return amount != null && amount.signum() > 0;
    }

    static Stake of(Scene scene) {
        int focus = focus(scene);
        var lines = scene.cart().lines();
        var cart = scene.cartWorth().orElse(null);
        String item = null;
        if (focus >= 0) {
            item = scene.interests()[focus].item().id();
        } else if (!lines.isEmpty()) {
            item = lines.getFirst().item().id();
        }
        if (cart == null || focus < 0) {
            return new Stake(cart, item);
        }
        var price = scene.price(focus);
        return new Stake(price == null ? null : price.max(cart), item);
    }

    /** The item with most engaged time of late; of equals, and if there is none, the one viewed last. −1: there is no item. */
    private static int focus(Scene scene) {
        var activity = scene.session().activity();
        if (activity.last() == null) {
            return -1;
        }
        long last = activity.last().toEpochMilli();
        long from = Math.max(activity.began().toEpochMilli(), last - RECENT.toMillis());
        var interests = scene.interests();
        int most = -1;
        long mostTime = 0;
        for (int i = 0; i < interests.length; i++) {
            var each = interests[i];
            if (each.views().isNever() && each.engaged().isEmpty()) {
                continue;
            }
            long time = each.engaged().millisWithin(from, last);
            if (most < 0 || time > mostTime || time == mostTime && isLater(each, interests[most])) {
                most = i;
                mostTime = time;
            }
        }
        return most;
    }

    /** Whether it was viewed later; of equals, the one whose id is the greater. */
    private static boolean isLater(Interest a, Interest b) {
        int order = Long.compare(lastViewed(a), lastViewed(b));
        return order > 0 || order == 0 && a.item().id().compareTo(b.item().id()) > 0;
    }

    private static long lastViewed(Interest interest) {
        var views = interest.views();
        return views.isNever() ? 0 : views.millis(0);
    }
}
