package io.overture.book;

import io.overture.document.Fields;
import io.overture.document.Numbers;
import io.overture.document.Place;
import io.overture.document.Texts;
import io.overture.trigger.Condition;
import io.overture.trigger.Details;
import io.overture.trigger.Dwell;
import io.overture.trigger.Happened;
import io.overture.trigger.Idle;
import io.overture.trigger.Revisit;
import io.overture.trigger.Search;
import io.overture.trigger.Views;
import io.overture.trigger.Visits;
import io.overture.trigger.Window;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Conditions on what she does, and did. */
final class Behaviour {

    /** As many parameters as are kept of an event. */
    private static final int MOST_PARAMS = 8;

    private static final int MOST_RESULTS = 1_000_000;
    private static final Map<String, Views.Distinct> DISTINCT =
            Arrays.stream(Views.Distinct.values()).collect(Collectors.toMap(Views.Distinct::word, Function.identity()));
    private static final Map<String, Revisit.Of> OF =
            Arrays.stream(Revisit.Of.values()).collect(Collectors.toMap(Revisit.Of::word, Function.identity()));

    private Behaviour() {}

    static Condition dwell(Place place) {
        var fields = Fields.of(place, "atLeast", "within", "category");
        var atLeast = fields.needed("atLeast", Durations.LONGEST, Durations::positive);
        var within = fields.needed("within", Durations.LONGEST, Durations::positive);
        if (atLeast.compareTo(within) > 0 && !atLeast.equals(Durations.LONGEST)) {
            place.at("atLeast").fault("This can never hold: it is more than \"within\".", atLeast);
        }
        return new Dwell(atLeast, within, categories(fields));
    }

    static Condition details(Place place) {
        var fields = Fields.of(place, "topics", "atLeast", "within", "sameItem");
        return new Details(
                fields.needed("topics", List.of(), topics -> anyOf(topics, Texts::name)),
                window(fields),
                fields.optional("sameItem", false, Texts::isTrue));
    }

    static Condition views(Place place) {
        var fields = Fields.of(place, "atLeast", "within", "distinct", "category", "minPrice");
        return new Views(
                window(fields),
                fields.optional(
                        "distinct", Views.Distinct.NONE, word -> Texts.oneOf(DISTINCT, Views.Distinct.NONE, word)),
                categories(fields),
                fields.orNull("minPrice", Numbers::amount));
    }

    static Condition search(Place place) {
        var fields = Fields.of(place, "results", "atLeast", "within");
        return new Search(
                fields.needed("results", List.of(), all -> anyOf(all, each -> Numbers.whole(each, 0, MOST_RESULTS))),
                window(fields));
    }

    static Condition event(Place place) {
        var fields = Fields.of(place, "name", "atLeast", "within", "where");
        return new Happened(
                fields.needed("name", List.of(), names -> anyOf(names, Texts::name)),
                window(fields),
                fields.optional("where", Map.of(), Behaviour::where));
    }

    static Condition revisit(Place place) {
        var fields = Fields.of(place, "of", "within", "atLeast");
        return new Revisit(
                fields.needed("of", List.of(), of -> anyOf(of, each -> Texts.oneOf(OF, Revisit.Of.ITEM, each))),
                fields.optional("atLeast", 1, Numbers::times),
                fields.orNull("within", Durations::positive));
    }

    static Condition visits(Place place) {
        var fields = Fields.of(place, "atLeast", "within");
        return new Visits(fields.needed("atLeast", 1, Numbers::times), fields.orNull("within", Durations::positive));
    }

    static Condition idle(Place place) {
        return new Idle(Fields.of(place, "atLeast").needed("atLeast", Duration.ZERO, Durations::positive));
    }

    static <T> List<T> anyOf(Place place, Function<Place, T> reader) {
        return place.oneOrSome().stream().map(reader).toList();
    }

    private static Window window(Fields fields) {
        return new Window(
                fields.needed("atLeast", 1, Numbers::times),
                fields.needed("within", Durations.LONGEST, Durations::positive));
    }

    private static List<String> categories(Fields fields) {
        return fields.optional("category", List.of(), all -> anyOf(all, Texts::text));
    }

    private static Map<String, List<String>> where(Place place) {
        if (!place.node().isObject() || place.node().isEmpty() || place.node().size() > MOST_PARAMS) {
            return place.fault(
                    "This must be a map of 1 to %d parameters to the values they may have.".formatted(MOST_PARAMS),
                    Map.of());
        }
        var wanted = new HashMap<String, List<String>>();
        place.node().fieldNames().forEachRemaining(param -> {
            if (param.isBlank() || param.length() > Texts.LONGEST_NAME) {
                place.at(param)
                        .fault("A parameter's name has 1 to %d characters.".formatted(Texts.LONGEST_NAME), param);
            }
            wanted.put(param, anyOf(place.at(param), Behaviour::canonical));
        });
        return wanted;
    }

    /** As an event's parameters are kept: numbers without trailing zeros. */
    private static String canonical(Place place) {
        var node = place.node();
        if (node.isBoolean()) {
            return node.asText();
        }
        return node.isNumber() ? plain(Numbers.amount(place)) : Texts.text(place);
    }

    private static String plain(BigDecimal number) {
        return number.toPlainString();
    }
}
