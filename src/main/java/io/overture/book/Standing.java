package io.overture.book;

import io.overture.document.Fields;
import io.overture.document.Nearest;
import io.overture.document.Numbers;
import io.overture.document.Place;
import io.overture.document.Texts;
import io.overture.trigger.Arrival;
import io.overture.trigger.CartWorth;
import io.overture.trigger.CheckoutReached;
import io.overture.trigger.Condition;
import io.overture.trigger.KnownClient;
import io.overture.trigger.Setting;
import io.overture.trigger.StakeWithin;
import io.overture.visitor.CheckoutStep;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Conditions on how things stand: what is at stake, who she is, where she comes from. */
final class Standing {

    private static final Map<String, CheckoutStep> STEPS =
            Arrays.stream(CheckoutStep.values()).collect(Collectors.toMap(CheckoutStep::event, Function.identity()));

    private Standing() {}

    static Condition cart(Place place) {
        return new CartWorth(Fields.of(place, "atLeast").needed("atLeast", BigDecimal.ZERO, Numbers::amount));
    }

    static Condition checkout(Place place) {
        return new CheckoutReached(Fields.of(place, "reached")
                .needed(
                        "reached",
                        List.of(),
                        all -> Behaviour.anyOf(all, each -> Texts.oneOf(STEPS, CheckoutStep.BEGIN_CHECKOUT, each))));
    }

    static Condition stake(Place place) {
        var fields = saying(place, "atLeast", "atMost");
        var atLeast = fields.orNull("atLeast", Numbers::amount);
        var atMost = fields.orNull("atMost", Numbers::amount);
        if (atLeast != null && atMost != null && atLeast.compareTo(atMost) > 0) {
            place.at("atLeast").fault("This can never hold: it is more than \"atMost\".", atLeast);
        }
        return new StakeWithin(atLeast, atMost);
    }

    static Condition client(Place place) {
        var fields = saying(place, "known", "tier");
        return new KnownClient(fields.orNull("known", Texts::isTrue), texts(fields, "tier", Texts::text));
    }

    static Condition source(Place place) {
        var fields = saying(place, "source", "medium", "campaign", "referrerHost");
        return new Arrival(
                texts(fields, "source", Texts::text),
                texts(fields, "medium", Texts::text),
                texts(fields, "campaign", Texts::text),
                texts(fields, "referrerHost", Texts::text));
    }

    static Condition context(Place place) {
        var fields = saying(place, "language", "country", "market", "device");
        return new Setting(
                texts(fields, "language", Texts::language),
                texts(fields, "country", Texts::country),
                texts(fields, "market", Texts::text),
                texts(fields, "device", Texts::text));
    }

    private static List<String> texts(Fields fields, String key, Function<Place, String> reader) {
        return fields.optional(key, List.of(), all -> Behaviour.anyOf(all, reader));
    }

    /** All of its keys are optional, but without any it would hold for everyone. */
    private static Fields saying(Place place, String... known) {
        var fields = Fields.of(place, known);
        if (fields.isSilent()) {
            place.fault("This needs at least one of %s.".formatted(Nearest.list(List.of(known))), fields);
        }
        return fields;
    }
}
