package io.overture.demo;

import java.util.List;
import java.util.function.Supplier;

/**
 * A statement of JavaScript by which a shop pushes something odd. None of them denies consent, names another site, or leaves
 * the page: whatever else they say, the visitor's good events must come through.
 */
final class OddPush {

    private static final String[] NAMES = {
        "view_item",
        "view_item_list",
        "add_to_cart",
        "remove_from_cart",
        "view_cart",
        "begin_checkout",
        "add_payment_info",
        "purchase",
        "refund",
        "search",
        "add_to_wishlist",
        "view_detail",
        "select_item",
        "select_variant",
        "customize_item",
        "login",
        "share",
        "generate_lead",
        "user_engagement",
        "page_view",
        "search_overlay_opened",
        "purchase_confirmed",
        "purchase_confirmation_page_loaded_registered_customer",
        "gtm.js",
        "toString",
        "__proto__",
        "Bague 54",
        "x"
    };
    private static final String[] PARAMS = {
        "currency", "value", "item_id", "topic", "search_term", "results", "engagement_time_msec", "active", "page",
        "transaction_id", "price", "quantity", "page_location", "page_title", "item_list_id", "coupon", "method", "tax",
        "shipping", "send_to", "user_id", "colour"
    };
    private static final String[] ITEM = {
        "item_id",
        "item_name",
        "price",
        "quantity",
        "item_brand",
        "item_category",
        "item_category2",
        "item_variant",
        "id",
        "name",
        "brand",
        "category",
        "currency",
        "index",
        "discount",
        "item_list_name"
    };
    private static final String[] CONTEXT = {
        "language", "timeZone", "country", "market", "device", "referrer", "campaign", "currency", "tier"
    };
    private static final String[] COMMANDS = {
        "'set'", "'config'", "'js'", "'get'", "'event'", "'nothing'", "7", "null", "undefined", "{}", "Symbol()"
    };
    private static final String[] ADDRESSES = {
        "'?variant=4711'",
        "'/wild/'+'%C3%A9'.repeat(100)",
        "'/wild/jane.doe@example.com/orders'",
        "'/wild/a%40b.c/x'",
        "'/wild/'+'x'.repeat(600)",
        "'/wild/%'",
        "'/wild/\uD83D\uDC8D'",
        "'/wild/?utm_source='+'y'.repeat(600)",
        "'#a=b'"
    };

    private final Choices choices;
    private final OddValues odd;

    private OddPush(Choices choices) {
        this.choices = choices;
        this.odd = new OddValues(choices);
    }

    static String from(Choices choices) {
        return new OddPush(choices).statement();
    }

    /** The same decisions, the same statement. */
    static String from(List<Integer> choices) {
        return from(Choices.of(choices));
    }

    private String statement() {
        return switch (choices.below(20)) {
            case 0, 1, 2, 3, 4 -> "gtag('event'," + name() + "," + params() + ")";
            case 5, 6, 7, 8, 9 -> "dataLayer.push(" + layered() + ")";
            case 10, 11, 12 -> "overture('track'," + name() + "," + params() + ")";
            case 13 -> "dataLayer.push(" + odd.any() + "," + odd.any() + ")";
            case 14 -> "gtag(" + choices.of(COMMANDS) + "," + odd.any() + "," + params() + "," + odd.any() + ")";
            case 15 -> "overture(" + choices.of(COMMANDS) + "," + odd.any() + ")";
            case 16 -> "overture('context'," + either(() -> odd.object(3, () -> choices.of(CONTEXT), odd::any)) + ")";
            case 17 -> choices.once(3) ? "overture('ask'," + asked() + ")" : "overture('client'," + token() + ")";
            case 18 -> granted();
            default -> place();
        };
    }

    /** What is meant, or once in a while anything at all. */
    private String either(Supplier<String> meant) {
        return choices.once(8) ? odd.any() : meant.get();
    }

    private String name() {
        return either(() -> "'" + choices.of(NAMES) + "'");
    }

    private String params() {
        return either(() -> {
            var fields = odd.object(5, () -> choices.of(PARAMS), odd::any);
            return choices.once(3) ? fields : with("items:" + items(), fields);
        });
    }

    /** One field more; the last of a name counts. */
    private static String with(String field, String object) {
        return object.equals("{}") ? "{" + field + "}" : object.substring(0, object.length() - 1) + "," + field + "}";
    }

    private String items() {
        return either(() -> odd.list(3, this::item));
    }

    private String item() {
        return either(() -> odd.object(6, () -> choices.of(ITEM), odd::any));
    }

    /** An object for the data layer, as GA4, Universal Analytics and gtag's own template shape it. */
    private String layered() {
        return switch (choices.below(6)) {
            case 0, 1, 2 -> "{event:" + name() + ",ecommerce:" + params() + "}";
            case 3 -> "{event:" + name() + ",eventModel:" + params() + "}";
            case 4 ->
                "{event:" + name() + ",ecommerce:{currencyCode:" + odd.any() + ",detail:{products:" + items() + "}}}";
            default -> with("event:" + name(), odd.object(5, () -> choices.of(PARAMS), odd::any));
        };
    }

    private String asked() {
        return either(() ->
                odd.object(3, () -> choices.of(new String[] {"item", "channel", "contact", "note"}), odd::any));
    }

    private String token() {
        return choices.once(3) ? "'x'.repeat(5000)" : choices.once(3) ? "{token:'x'}" : odd.any();
    }

    /** Grants again, in odd company. */
    private String granted() {
        var more = odd.object(
                3, () -> choices.of(new String[] {"personalization_storage", "ad_storage", "region"}), odd::any);
        var all = with("analytics_storage:'granted'", more);
        return choices.once(2) ? "overture('consent'," + all + ")" : "gtag('consent','update'," + all + ")";
    }

    private String place() {
        return switch (choices.below(4)) {
            case 0 -> "history.pushState(" + "null,''," + choices.of(ADDRESSES) + ")";
            case 1 -> "history.replaceState(null,''," + choices.of(ADDRESSES) + ")";
            case 2 -> "document.title=" + odd.string();
            default -> "document.documentElement.lang=" + odd.string();
        };
    }
}
