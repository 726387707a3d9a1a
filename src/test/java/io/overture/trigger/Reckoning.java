package io.overture.trigger;

import io.overture.visitor.Attention;
import io.overture.visitor.Category;
import io.overture.visitor.Interest;
import io.overture.visitor.Item;
import io.overture.visitor.Language;
import io.overture.visitor.Recent;
import io.overture.visitor.Session;
import io.overture.visitor.SettledOneByOne;
import io.overture.visitor.Stretches;
import io.overture.visitor.Visitor;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Conditions asked one by one of a whole visitor, each from its definition, nothing remembered and nothing shared: the plain
 * evaluation that the indexed one must equal.
 */
public final class Reckoning {

    private final Visitor visitor;
    private final Session session;
    private final Prices prices;
    private final Attention attention;

    public Reckoning(Visitor visitor, Prices prices) {
        this.visitor = visitor;
        this.session = visitor.session();
        this.prices = prices;
        this.attention = SettledOneByOne.of(session.attention());
    }

    public Spans of(Trigger trigger) {
        return holds(trigger.when()).and(trigger.active().spans());
    }

    public Spans holds(Condition condition) {
        return switch (condition) {
            case Condition.All all -> all.parts().stream().map(this::holds).reduce(Spans.ALWAYS, Spans::and);
            case Condition.Any any -> any.parts().stream().map(this::holds).reduce(Spans.NEVER, Spans::or);
            case Condition.Not not -> fails(not.part());
            case Arrival arrival -> Spans.when(arrived(arrival));
            case CartWorth cart ->
                worth().map(worth -> Spans.when(worth.compareTo(cart.atLeast()) >= 0))
                        .orElse(Spans.NEVER);
            case CheckoutReached checkout -> Spans.when(reached(checkout));
            case Details details -> details(details);
            case Dwell dwell ->
                attention.interests().stream()
                        .filter(interest -> isIn(interest.item().category(), dwell.categories()))
                        .map(interest -> dwelt(dwell, interest))
                        .reduce(Spans.NEVER, Spans::or);
            case Happened happened ->
                over(
                        happened.window(),
                        happened.names().stream()
                                .distinct()
                                .flatMap(name -> session.occurrences().of(name).stream())
                                .filter(occurrence -> happened.where().entrySet().stream()
                                        .allMatch(wanted -> occurrence.params().containsKey(wanted.getKey())
                                                && wanted.getValue()
                                                        .contains(occurrence
                                                                .params()
                                                                .get(wanted.getKey()))))
                                .map(occurrence -> occurrence.at())
                                .toList());
            case Idle idle ->
                Optional.ofNullable(session.activity().active())
                        .map(active -> Spans.from(active.plus(idle.atLeast())))
                        .orElse(Spans.NEVER);
            case KnownClient known -> Spans.when(known(known));
            case Revisit revisit -> revisited(revisit);
            case Search search ->
                over(
                        search.window(),
                        search.results().stream()
                                .distinct()
                                .flatMap(
                                        found -> session
                                                .searches()
                                                .byResults()
                                                .getOrDefault(found, Recent.NEVER)
                                                .newestFirst()
                                                .stream())
                                .toList());
            case Setting setting -> Spans.when(set(setting));
            case StakeWithin within -> Spans.when(isWithin(within).orElse(false));
            case Views views -> viewed(views, price -> views.minPrice() == null || isDear(views, price, false));
            case Visits visits -> visited(visits);
        };
    }

    public Spans fails(Condition condition) {
        return switch (condition) {
            case Condition.All all -> all.parts().stream().map(this::fails).reduce(Spans.NEVER, Spans::or);
            case Condition.Any any -> any.parts().stream().map(this::fails).reduce(Spans.ALWAYS, Spans::and);
            case Condition.Not not -> holds(not.part());
            case CartWorth cart ->
                worth().map(worth -> Spans.when(worth.compareTo(cart.atLeast()) < 0))
                        .orElse(Spans.NEVER);
            case StakeWithin within ->
                Spans.when(isWithin(within).map(is -> !is).orElse(false));
            case Views views ->
                viewed(views, price -> views.minPrice() == null || isDear(views, price, true))
                        .complement();
            case Arrival _,
                    CheckoutReached _,
                    Details _,
                    Dwell _,
                    Happened _,
                    Idle _,
                    KnownClient _,
                    Revisit _,
                    Search _,
                    Setting _,
                    Visits _ -> holds(condition).complement();
        };
    }

    public Stake stake() {
        var last = session.activity().last();
        var began = session.activity().began();
        Interest focus = null;
        if (last != null) {
            var from = last.minus(Duration.ofMinutes(30)).isBefore(began) ? began : last.minus(Duration.ofMinutes(30));
            focus = attention.interests().stream()
                    .filter(i -> i.views().last().isPresent() || !i.engaged().isEmpty())
                    .max(Comparator.<Interest, Duration>comparing(
                                    i -> i.engaged().within(from, last))
                            .thenComparing(i -> i.views().last().orElse(Instant.EPOCH))
                            .thenComparing(i -> i.item().id()))
                    .orElse(null);
        }
        var lines = session.cart().now().lines();
        var inCart = lines.isEmpty() ? null : lines.getFirst().item().id();
        var item = focus == null ? inCart : focus.item().id();
        var cart = worth().orElse(null);
        if (cart == null || focus == null) {
            return new Stake(cart, item);
        }
        var price = prices.of(focus.item());
        return new Stake(price == null ? null : price.max(cart), item);
    }

    private Optional<BigDecimal> worth() {
        var sum = BigDecimal.ZERO;
        for (var line : session.cart().now().lines()) {
            var price = prices.of(line.item());
            if (price == null) {
                return Optional.empty();
            }
            sum = sum.add(price.multiply(line.quantity()));
        }
        return Optional.of(sum);
    }

    private Optional<Boolean> isWithin(StakeWithin within) {
        return Optional.ofNullable(stake().amount())
                .map(amount -> (within.atLeast() == null || amount.compareTo(within.atLeast()) >= 0)
                        && (within.atMost() == null || amount.compareTo(within.atMost()) <= 0));
    }

    private boolean arrived(Arrival arrival) {
        var context = session.context();
        var campaign = context.campaign();
        var host = context.referrer() == null ? null : "." + context.referrer().toLowerCase();
        return isOneOf(campaign == null ? null : campaign.source(), arrival.sources())
                && isOneOf(campaign == null ? null : campaign.medium(), arrival.mediums())
                && isOneOf(campaign == null ? null : campaign.name(), arrival.campaigns())
                && (arrival.referrerHosts().isEmpty()
                        || host != null
                                && arrival.referrerHosts().stream()
                                        .anyMatch(h -> host.endsWith("." + h.toLowerCase())));
    }

    private boolean set(Setting setting) {
        var context = session.context();
        var spoken = Language.of(context.language());
        return (setting.languages().isEmpty()
                        || setting.languages().stream()
                                .flatMap(range -> Language.of(range).stream())
                                .anyMatch(range -> spoken.filter(language -> language.isWithin(range))
                                        .isPresent()))
                && isOneOf(context.countryOrRegion(), setting.countries())
                && isOneOf(context.market(), setting.markets())
                && isOneOf(context.device(), setting.devices());
    }

    private static boolean isOneOf(@Nullable String value, List<String> wanted) {
        return wanted.isEmpty() || value != null && wanted.stream().anyMatch(value::equalsIgnoreCase);
    }

    private boolean known(KnownClient known) {
        var client = session.standing();
        return (known.known() == null || known.known() == (client != null))
                && (known.tiers().isEmpty()
                        || client != null
                                && client.tier() != null
                                && known.tiers().contains(client.tier()));
    }

    private boolean reached(CheckoutReached checkout) {
        var reached = session.checkout().reached(session.cart().now().emptied());
        return reached.isPresent()
                && checkout.steps().stream().anyMatch(step -> reached.get().compareTo(step) >= 0);
    }

    private Spans details(Details details) {
        var byItem = attention.interests().stream().map(interest -> looks(details, interest.looks()));
        return details.sameItem()
                ? byItem.map(times -> over(details.window(), times)).reduce(Spans.NEVER, Spans::or)
                : over(
                        details.window(),
                        Stream.concat(byItem, Stream.of(looks(details, attention.unplaced())))
                                .flatMap(List::stream)
                                .toList());
    }

    private static List<Instant> looks(Details details, Map<String, Recent> byTopic) {
        return details.topics().stream()
                .flatMap(topic -> byTopic.getOrDefault(topic, Recent.NEVER).newestFirst().stream())
                .toList();
    }

    /** Second by second would be too slow: from the last stretch back, and from the window's start on. */
    private Spans dwelt(Dwell dwell, Interest interest) {
        var stretches = interest.engaged().oldestFirst();
        if (stretches.isEmpty()) {
            return Spans.NEVER;
        }
        var last = stretches.getLast().to();
        var began = session.activity().began();
        var start = last.minus(dwell.within()).isBefore(began) ? began : last.minus(dwell.within());
        if (interest.engaged().within(start, last).compareTo(dwell.atLeast()) < 0) {
            return Spans.NEVER;
        }
        var missing = dwell.atLeast();
        var enoughFrom = start;
        for (var each : stretches) {
            var from = each.from().isBefore(start) ? start : each.from();
            var length = Duration.between(from, each.to());
            if (length.compareTo(missing) >= 0) {
                enoughFrom = from.plus(missing);
                break;
            }
            missing = length.isNegative() ? missing : missing.minus(length);
        }
        return Spans.between(
                enoughFrom,
                backwards(dwell.atLeast(), stretches).plus(dwell.within()).plusMillis(1));
    }

    private static Instant backwards(Duration atLeast, List<Stretches.Stretch> stretches) {
        var missing = atLeast;
        for (var each : stretches.reversed()) {
            var length = Duration.between(each.from(), each.to());
            if (length.compareTo(missing) >= 0) {
                return each.to().minus(missing);
            }
            missing = missing.minus(length);
        }
        throw new AssertionError("there was enough");
    }

    private Spans revisited(Revisit revisit) {
        var times = attention.interests().stream()
                .filter(interest -> revisit.of().stream().anyMatch(tie -> ties(tie, interest.item())))
                .flatMap(interest -> interest.views().newestFirst().stream())
                .toList();
        return revisit.within() == null
                ? Spans.when(times.size() >= revisit.atLeast())
                : over(new Window(revisit.atLeast(), revisit.within()), times);
    }

    private boolean ties(Revisit.Of tie, Item item) {
        var memory = visitor.memory();
        var client = session.client();
        return switch (tie) {
            case ITEM -> memory.seen().containsKey(item.id());
            case CART -> memory.cart().contains(item.id());
            case WISHLIST ->
                memory.wishes().containsKey(item.id())
                        && memory.wishes().get(item.id()).standsFromEarlier();
            case FAVOURITE_CATEGORY ->
                client != null && client.favouriteCategories().stream().anyMatch(item.category()::isWithin)
                        || item.category().prefixes().stream()
                                .filter(memory.favours()::containsKey)
                                .anyMatch(path -> memory.favours()
                                        .get(path)
                                        .isFavourite(session.activity().began()));
        };
    }

    private Spans viewed(Views views, Predicate<@Nullable BigDecimal> counts) {
        var viewed = attention.interests().stream()
                .filter(interest -> interest.views().last().isPresent())
                .filter(interest -> isIn(interest.item().category(), views.categories()))
                .filter(interest -> counts.test(prices.of(interest.item())))
                .toList();
        return switch (views.distinct()) {
            case NONE ->
                over(
                        views.window(),
                        viewed.stream()
                                .flatMap(i -> i.views().newestFirst().stream())
                                .toList());
            case ITEMS ->
                over(
                        views.window(),
                        viewed.stream().flatMap(i -> i.views().last().stream()).toList());
            case CATEGORIES -> {
                var latest = new HashMap<Category, Instant>();
                viewed.forEach(i -> latest.merge(
                        i.item().category(), i.views().last().orElseThrow(), (a, b) -> a.isAfter(b) ? a : b));
                latest.remove(Category.NONE);
                yield over(views.window(), latest.values());
            }
        };
    }

    private static boolean isDear(Views views, @Nullable BigDecimal price, boolean ifUnknown) {
        return price == null ? ifUnknown : price.compareTo(views.minPrice()) >= 0;
    }

    private static boolean isIn(Category category, List<String> wanted) {
        return wanted.isEmpty() || wanted.stream().anyMatch(category::isWithin);
    }

    private Spans visited(Visits visits) {
        var began = new ArrayList<>(visitor.memory().visits().newestFirst());
        began.add(session.activity().began());
        return visits.within() == null
                ? Spans.when(began.size() >= visits.atLeast())
                : over(new Window(visits.atLeast(), visits.within()), began);
    }

    private static Spans over(Window window, Collection<Instant> times) {
        var newestFirst = times.stream().sorted(Comparator.reverseOrder()).toList();
        return newestFirst.size() < window.atLeast()
                ? Spans.NEVER
                : Spans.between(
                        newestFirst.getFirst(),
                        newestFirst.get(window.atLeast() - 1).plus(window.within()));
    }
}
