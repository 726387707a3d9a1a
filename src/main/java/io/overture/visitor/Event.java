package io.overture.visitor;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * One thing a visitor did, at the server's clock.
 *
 * @param name GA4's name, or any other of 1–40 characters
 * @param params the first eight scalar parameters in canonical text (numbers without trailing zeros, {@code true},
 *     {@code false}), for {@code event … where}
 * @param meaning what the name and its parameters say to us
 */
public record Event(String name, Instant at, Map<String, String> params, Meaning meaning) {

    public static final String USER_ENGAGEMENT = "user_engagement";

    /** GA4's names and ours whose parameters have a stated meaning; under any other name they may mean anything. */
    public static final Set<String> KNOWN = Set.of(
            "page_view",
            "view_item",
            "view_item_list",
            "select_item",
            "add_to_wishlist",
            "remove_from_wishlist",
            "add_to_cart",
            "remove_from_cart",
            "view_cart",
            "begin_checkout",
            "add_shipping_info",
            "add_payment_info",
            "purchase",
            "refund",
            "search",
            "login",
            "share",
            "generate_lead",
            USER_ENGAGEMENT,
            "view_detail",
            "customize_item",
            "select_variant",
            "consent",
            "join_waitlist",
            "copy_reference",
            "payment_failed",
            "change_market",
            "gift_option");

    public Event {
        params = SmallMap.copyOf(params);
    }

    /** A sign of life: anything but time passed in front of a page without touching it. */
    public boolean isActivity() {
        return !(meaning instanceof Meaning.Engaged engaged) || engaged.active();
    }
}
