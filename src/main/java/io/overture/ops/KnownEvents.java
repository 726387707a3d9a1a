package io.overture.ops;

import java.util.Set;

/** The event names we count by name: GA4's e-commerce names and ours. A browser could invent any number of others. */
final class KnownEvents {

    private static final Set<String> NAMES = Set.of(
            "page_view",
            "view_item",
            "view_item_list",
            "select_item",
            "view_promotion",
            "select_promotion",
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
            "sign_up",
            "share",
            "generate_lead",
            "user_engagement",
            "view_detail",
            "customize_item",
            "select_variant",
            "consent",
            "join_waitlist",
            "copy_reference",
            "payment_failed",
            "change_market",
            "gift_option");

    private KnownEvents() {}

    /** The name, or {@code other}. */
    static String label(String name) {
        return NAMES.contains(name) ? name : Family.OTHER;
    }
}
