package io.overture.book;

import io.overture.trigger.CartWorth;
import io.overture.trigger.Condition;
import io.overture.trigger.KnownClient;
import io.overture.trigger.StakeWithin;
import io.overture.trigger.Views;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Whether a condition can hold at a shop at all, and whether it can fail there: what rests on something nobody knows does
 * neither. Errs towards "it can": what it rules out is ruled out.
 *
 * @param missing what would have to be known
 */
record Outlook(boolean holds, boolean fails, Set<String> missing) {

    static final String PRICES = "nobody says what items cost";
    static final String CLIENTS = "no client can be known";

    private static final Outlook OPEN = new Outlook(true, true, Set.of());

    static Outlook of(Condition condition, House.Shop shop) {
        return switch (condition) {
            case Condition.All(var parts) -> {
                var all = of(parts, shop);
                yield new Outlook(
                        all.stream().allMatch(Outlook::holds) && !Contradiction.isIn(parts),
                        all.stream().anyMatch(Outlook::fails),
                        missing(all));
            }
            case Condition.Any(var parts) -> {
                var all = of(parts, shop);
                yield new Outlook(
                        all.stream().anyMatch(Outlook::holds), all.stream().allMatch(Outlook::fails), missing(all));
            }
            case Condition.Not(var part) -> {
                var inner = of(part, shop);
                yield new Outlook(inner.fails(), inner.holds(), inner.missing());
            }
            case CartWorth cart
            when !shop.prices() -> new Outlook(cart.atLeast().signum() == 0, true, Set.of(PRICES));
            case StakeWithin stake when !shop.prices() -> ofNothing(stake);
            case Views views
            when views.minPrice() != null && !shop.prices() -> new Outlook(false, true, Set.of(PRICES));
            case KnownClient client when !shop.clients() -> ofStrangers(client);
            default -> OPEN;
        };
    }

    /** Without prices a stake is unknown, or nothing at all. */
    private static Outlook ofNothing(StakeWithin stake) {
        var atLeast = stake.atLeast();
        boolean holds = atLeast == null || atLeast.signum() == 0;
        return new Outlook(holds, !holds, Set.of(PRICES));
    }

    private static Outlook ofStrangers(KnownClient client) {
        boolean holds = !Boolean.TRUE.equals(client.known()) && client.tiers().isEmpty();
        return new Outlook(holds, !holds, Set.of(CLIENTS));
    }

    private static List<Outlook> of(List<Condition> parts, House.Shop shop) {
        return parts.stream().map(part -> of(part, shop)).toList();
    }

    private static Set<String> missing(List<Outlook> all) {
        var missing = new LinkedHashSet<String>();
        all.forEach(each -> missing.addAll(each.missing()));
        return missing;
    }
}
