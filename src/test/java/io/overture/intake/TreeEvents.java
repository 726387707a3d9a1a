package io.overture.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.overture.visitor.Category;
import io.overture.visitor.CheckoutStep;
import io.overture.visitor.Event;
import io.overture.visitor.Item;
import io.overture.visitor.Line;
import io.overture.visitor.Meaning;
import io.overture.wire.Flaws;
import io.overture.wire.Numbers;
import io.overture.wire.TreeFields;
import io.overture.wire.TreePlace;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.jspecify.annotations.Nullable;

/** Events as they were read from a tree, kept to compare with. */
final class TreeEvents {

    private TreeEvents() {}

    /** One event of a beacon: its name, its instant, what it means to us, and a few of its parameters for the book. */
    static final class EventReader {

        static final int LONGEST_NAME = 40;
        static final int MOST_PARAMS = 32;
        static final int KEPT_PARAMS = 8;
        static final int LONGEST_KEPT = 64;

        private EventReader() {}

        /** Empty: it is too old to be believed. */
        static Optional<Event> read(TreeFields fields, Shift shift) {
            var name = fields.requiredText("name", 1, LONGEST_NAME);
            long at = fields.requiredInteger("at", 0, TreeFields.MOST_INTEGER);
            var params = params(fields);
            var meaning = Meanings.of(name, params);
            return shift.of(at).map(instant -> new Event(name, instant, kept(name, params), meaning));
        }

        private static TreeFields params(TreeFields fields) {
            var params = fields.object("params");
            if (params == null) {
                return new TreeFields(new ObjectNode(JsonNodeFactory.instance), TreePlace.ROOT, new Flaws());
            }
            long count = params.node().properties().stream()
                    .filter(each -> !each.getValue().isNull())
                    .count();
            if (count > MOST_PARAMS) {
                params.flaw("must have at most %d fields".formatted(MOST_PARAMS));
            }
            return params;
        }

        /** Engaged time comes every few seconds and its parameters are all in its meaning. */
        private static Map<String, String> kept(String name, TreeFields params) {
            if (name.equals(Event.USER_ENGAGEMENT)) {
                return Map.of();
            }
            var kept = new LinkedHashMap<String, String>();
            int scalars = 0;
            for (var each : params.node().properties()) {
                var text = canonical(each.getValue());
                if (text == null) {
                    continue;
                }
                if (++scalars > KEPT_PARAMS) {
                    break;
                }
                if (text.length() <= LONGEST_KEPT && each.getKey().length() <= LONGEST_NAME) {
                    kept.put(each.getKey(), text);
                }
            }
            return kept;
        }

        private static @Nullable String canonical(JsonNode value) {
            return switch (value.getNodeType()) {
                case STRING -> value.textValue();
                case NUMBER -> Numbers.plain(value.decimalValue()).toPlainString();
                case BOOLEAN -> value.asText();
                case ARRAY, OBJECT, NULL, MISSING, BINARY, POJO -> null;
            };
        }
    }

    /**
     * The pieces an event speaks of, and its money. An amount without a currency is no money.
     *
     * @param lines as {@code items}, so many of each; those of which there are none are left out
     */
    record Basket(
            List<Item> items, List<Line> lines, @Nullable BigMoney value) {

        static final int MOST_ITEMS = 200;
        private static final List<String> CATEGORIES =
                List.of("item_category", "item_category2", "item_category3", "item_category4", "item_category5");
        private static final BigDecimal MOST_NUMERIC_ID = new BigDecimal("1e18");

        /** @param checked whether the event is one whose items we know the shape of */
        static Basket read(TreeFields params, boolean checked) {
            var currency = currency(params);
            var value = params.amount("value");
            params.amount("price");
            params.amount("quantity");
            var items = new ArrayList<Item>();
            var lines = new ArrayList<Line>();
            for (var each : elements(params, checked)) {
                var item = item(each, currency);
                var quantity = each.amount("quantity");
                items.add(item);
                if (quantity == null || quantity.signum() > 0) {
                    lines.add(new Line(item, quantity == null ? BigDecimal.ONE : quantity));
                }
            }
            return new Basket(List.copyOf(items), List.copyOf(lines), money(currency, value));
        }

        /** An item's identifier: a string, or a number from a shop that counts its pieces. */
        static @Nullable String id(TreeFields fields) {
            return id(fields, "item_id");
        }

        static @Nullable String id(TreeFields fields, String field) {
            var value = fields.value(field);
            if (value == null) {
                return null;
            }
            if (value.isTextual()) {
                return value.textValue().isEmpty() ? null : value.textValue();
            }
            if (value.isNumber()
                    && TreeFields.isInteger(value.decimalValue())
                    && value.decimalValue().abs().compareTo(MOST_NUMERIC_ID) <= 0) {
                return Numbers.plain(value.decimalValue()).toPlainString();
            }
            fields.flaw(field, "must be a string or an integer");
            return null;
        }

        private static List<TreeFields> elements(TreeFields params, boolean checked) {
            var value = params.value("items");
            if (!checked) {
                if (value != null && value.isArray() && value.size() > MOST_ITEMS) {
                    params.flaw("items", "must have at most %d elements".formatted(MOST_ITEMS));
                }
                return List.of();
            }
            var elements = params.objects("items", MOST_ITEMS);
            return elements == null ? List.of() : elements;
        }

        private static Item item(TreeFields fields, @Nullable CurrencyUnit currency) {
            var id = id(fields);
            var name = fields.text("item_name");
            if (isBlank(fields, "item_id") && isBlank(fields, "item_name")) {
                fields.flaw("needs an item_id or an item_name");
            }
            return new Item(
                    id != null ? id : name == null ? "" : name,
                    name,
                    fields.text("item_brand"),
                    category(fields),
                    money(currency, fields.amount("price")));
        }

        private static boolean isBlank(TreeFields fields, String name) {
            var value = fields.value(name);
            return value == null || (value.isTextual() && value.textValue().isEmpty());
        }

        private static Category category(TreeFields fields) {
            var path = new ArrayList<String>();
            for (var each : CATEGORIES) {
                var part = fields.text(each);
                if (part != null && !part.isEmpty()) {
                    path.add(part);
                }
            }
            return path.isEmpty() ? Category.NONE : new Category(String.join("/", path));
        }

        private static @Nullable CurrencyUnit currency(TreeFields params) {
            var code = params.text("currency");
            if (code == null) {
                return null;
            }
            try {
                return CurrencyUnit.of(code);
            } catch (IllegalCurrencyException e) {
                params.flaw("currency", "must be a currency of ISO 4217, in capitals");
                return null;
            }
        }

        private static @Nullable BigMoney money(@Nullable CurrencyUnit currency, @Nullable BigDecimal amount) {
            return currency == null || amount == null ? null : BigMoney.of(currency, amount);
        }
    }

    /** From the names and parameters of GA4, and our few additions, to what they mean here. */
    static final class Meanings {

        private static final int LONGEST_TOPIC = 40;
        private static final String ENGAGED = "engagement_time_msec";
        private static final BigDecimal A_DAY =
                BigDecimal.valueOf(Duration.ofDays(1).toMillis());

        private Meanings() {}

        static Meaning of(String name, TreeFields params) {
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

        private static Optional<List<Line>> wholeCart(TreeFields params, Basket basket) {
            return params.has("items") ? Optional.of(basket.lines()) : Optional.empty();
        }

        private static Meaning looked(TreeFields params) {
            var topic = params.text("topic");
            var item = Basket.id(params);
            return topic == null || topic.isEmpty() || topic.length() > LONGEST_TOPIC
                    ? new Meaning.Other()
                    : new Meaning.Looked(topic, item);
        }

        private static Meaning engaged(TreeFields params) {
            var spent = engagedTime(params);
            var item = Basket.id(params);
            var active = params.flag("active");
            Meaning.On on = item != null
                    ? new Meaning.On.AnItem(item)
                    : params.has("page") ? new Meaning.On.APage() : new Meaning.On.LastViewed();
            return new Meaning.Engaged(spent, on, active == null || active);
        }

        private static Duration engagedTime(TreeFields params) {
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

        private static Meaning searched(TreeFields params) {
            params.text("search_term");
            var results = params.integer("results", 0, Integer.MAX_VALUE);
            return results == null ? new Meaning.Other() : new Meaning.Searched(results.intValue());
        }
    }
}
