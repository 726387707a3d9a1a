package io.overture.intake;

import io.overture.visitor.CheckoutStep;
import io.overture.visitor.Event;
import io.overture.visitor.Line;
import io.overture.visitor.Meaning;
import io.overture.wire.Fields;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** From the names and parameters of GA4, and our few additions, to what they mean here. */
final class Meanings {

    private static final int LONGEST_TOPIC = 40;
    private static final String ENGAGED = "engagement_time_msec";
    private static final BigDecimal A_DAY =
            BigDecimal.valueOf(Duration.ofDays(1).toMillis());

    private Meanings() {}

    static Meaning of(String name, Fields params) {
        var basket = Basket.read(params, Event.KNOWN.contains(name));
        return switch (name) {
            case "view_item" -> new Meaning.Viewed(basket.items());
            case "view_detail" -> looked(params);
            case Event.USER_ENGAGEMENT -> engaged(params);
            case "add_to_cart" -> new Meaning.AddedToCart(basket.lines());
            case "remove_from_cart" -> new Meaning.RemovedFromCart(basket.lines());
            case "view_cart", "begin_checkout", "add_shipping_info", "add_payment_info" ->
                new Meaning.CartShown(wholeCart(params, basket), CheckoutStep.ofEvent(name));
            case "purchase" -> new Meaning.Purchased(params.text("transaction_id"), basket.value(), basket.lines());
            case "refund" -> new Meaning.Refunded(params.text("transaction_id"), basket.value(), basket.lines());
            case "add_to_wishlist" -> new Meaning.Wished(basket.items(), true);
            case "remove_from_wishlist" -> new Meaning.Wished(basket.items(), false);
            case "search" -> searched(params);
            default -> new Meaning.Other();
        };
    }

    private static Optional<List<Line>> wholeCart(Fields params, Basket basket) {
        return params.has("items") ? Optional.of(basket.lines()) : Optional.empty();
    }

    private static Meaning looked(Fields params) {
        var topic = params.text("topic");
        var item = Basket.id(params);
        return topic == null || topic.isEmpty() || topic.length() > LONGEST_TOPIC
                ? new Meaning.Other()
                : new Meaning.Looked(topic, item);
    }

    private static Meaning engaged(Fields params) {
        var spent = engagedTime(params);
        var item = Basket.id(params);
        var active = params.flag("active");
        Meaning.On on = item != null
                ? new Meaning.On.AnItem(item)
                : params.has("page") ? new Meaning.On.APage() : new Meaning.On.LastViewed();
        return new Meaning.Engaged(spent, on, active == null || active);
    }

    private static Duration engagedTime(Fields params) {
        var millis = params.number(ENGAGED);
        if (millis == null) {
            return Duration.ZERO;
        }
        if (millis.signum() < 0 || millis.compareTo(A_DAY) > 0) {
            params.flaw(ENGAGED, "must be from 0 to a day of milliseconds");
            return Duration.ZERO;
        }
        return Duration.ofMillis(millis.longValue());
    }

    private static Meaning searched(Fields params) {
        params.text("search_term");
        var results = params.integer("results", 0, Integer.MAX_VALUE);
        return results == null ? new Meaning.Other() : new Meaning.Searched(results.intValue());
    }
}
