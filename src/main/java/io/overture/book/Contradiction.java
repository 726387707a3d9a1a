package io.overture.book;

import io.overture.trigger.Condition;
import io.overture.trigger.KnownClient;
import io.overture.trigger.StakeWithin;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Conditions of which each can hold, but not all of them at once. */
final class Contradiction {

    private Contradiction() {}

    /** @param parts that are to hold together */
    static boolean isIn(List<Condition> parts) {
        var all = parts.stream().flatMap(Contradiction::together).toList();
        return stakes(all) || clients(all);
    }

    private static Stream<Condition> together(Condition part) {
        return part instanceof Condition.All(var parts)
                ? parts.stream().flatMap(Contradiction::together)
                : Stream.of(part);
    }

    private static boolean stakes(List<Condition> all) {
        var stakes = all.stream()
                .flatMap(each -> each instanceof StakeWithin stake ? Stream.of(stake) : Stream.empty())
                .toList();
        var least = stakes.stream()
                .map(StakeWithin::atLeast)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder());
        var most = stakes.stream()
                .map(StakeWithin::atMost)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder());
        return least.orElse(BigDecimal.ZERO).compareTo(most.orElse(least.orElse(BigDecimal.ZERO))) > 0;
    }

    private static boolean clients(List<Condition> all) {
        var clients = all.stream()
                .flatMap(each -> each instanceof KnownClient client ? Stream.of(client) : Stream.empty())
                .toList();
        boolean stranger = clients.stream().anyMatch(each -> Boolean.FALSE.equals(each.known()));
        boolean known = clients.stream()
                .anyMatch(each ->
                        Boolean.TRUE.equals(each.known()) || !each.tiers().isEmpty());
        return (stranger && known) || !haveTierInCommon(clients);
    }

    private static boolean haveTierInCommon(List<KnownClient> clients) {
        Set<String> common = null;
        for (var each : clients) {
            if (each.tiers().isEmpty()) {
                continue;
            }
            if (common == null) {
                common = new HashSet<>(each.tiers());
            } else {
                common.retainAll(each.tiers());
            }
        }
        return common == null || !common.isEmpty();
    }
}
