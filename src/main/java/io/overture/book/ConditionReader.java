package io.overture.book;

import static java.util.Map.entry;

import io.overture.document.Nearest;
import io.overture.document.Place;
import io.overture.document.Texts;
import io.overture.trigger.Condition;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;

/** A condition: a map of one key, its name. */
final class ConditionReader {

    /** Takes the place of what could not be read. */
    static final Condition NONE = new Condition.Any(List.of());

    private static final Map<String, Function<Place, Condition>> KINDS = Map.ofEntries(
            entry("all", place -> new Condition.All(parts(place))),
            entry("any", place -> new Condition.Any(parts(place))),
            entry("not", place -> new Condition.Not(read(place))),
            entry("dwell", Behaviour::dwell),
            entry("details", Behaviour::details),
            entry("views", Behaviour::views),
            entry("search", Behaviour::search),
            entry("event", Behaviour::event),
            entry("revisit", Behaviour::revisit),
            entry("visits", Behaviour::visits),
            entry("idle", Behaviour::idle),
            entry("cart", Standing::cart),
            entry("checkout", Standing::checkout),
            entry("stake", Standing::stake),
            entry("client", Standing::client),
            entry("source", Standing::source),
            entry("context", Standing::context));

    private ConditionReader() {}

    static Condition read(Place place) {
        var node = place.node();
        if (node.isArray()) {
            return place.fault("This must be one condition: put several under \"all\" or \"any\".", NONE);
        }
        if (!node.isObject() || node.isEmpty()) {
            return place.fault("This must be a condition, such as {stake: {atLeast: 2500}}.", NONE);
        }
        if (node.size() > 1) {
            place.fault("This must be one condition: put several under \"all\" or \"any\".", NONE);
        }
        node.fieldNames().forEachRemaining(name -> {
            if (!KINDS.containsKey(name)) {
                place.at(name)
                        .fault(
                                "\"%s\" is no condition.%s"
                                        .formatted(
                                                Texts.shown(name), Nearest.hint(name, new TreeSet<>(KINDS.keySet()))),
                                NONE);
            }
        });
        return node
                .propertyStream()
                .filter(each -> KINDS.containsKey(each.getKey()))
                .map(each -> read(each.getKey(), place))
                .toList()
                .stream()
                .findFirst()
                .orElse(NONE);
    }

    private static Condition read(String name, Place place) {
        var kind = KINDS.get(name);
        return kind == null ? NONE : kind.apply(place.at(name));
    }

    private static List<Condition> parts(Place place) {
        return place.some().stream().map(ConditionReader::read).toList();
    }
}
