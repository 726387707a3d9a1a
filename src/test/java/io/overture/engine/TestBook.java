package io.overture.engine;

import io.overture.trigger.Book;
import io.overture.trigger.Condition;
import io.overture.trigger.Facts;
import io.overture.trigger.Limits;
import io.overture.trigger.Service;
import io.overture.trigger.Slot;
import io.overture.trigger.Trigger;
import io.overture.trigger.Views;
import io.overture.trigger.Window;
import io.overture.visitor.Copy;
import io.overture.visitor.Item;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** A book in the making, in euros, that believes every price. */
public final class TestBook {

    static final Limits UNLIMITED = new Limits(9, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, null);

    private final List<Trigger> triggers = new ArrayList<>();
    private Limits limits =
            new Limits(1, Duration.ofMinutes(30), Duration.ofDays(7), Duration.ofDays(1), Duration.ZERO, null);
    private Map<String, BigDecimal> holdout = Map.of();
    private BigDecimal floor = BigDecimal.ZERO;

    public static TestBook book() {
        return new TestBook();
    }

    public TestBook offers(String id, Condition when) {
        return offers(id, when, 0.5);
    }

    public TestBook offers(String id, Condition when, double intent) {
        return with(trigger(id, when, intent, null, false));
    }

    public TestBook offersAssuming(String id, Condition when, int assume) {
        return with(trigger(id, when, 0.5, BigDecimal.valueOf(assume), false));
    }

    public TestBook alerts(String id, Condition when) {
        return with(new Trigger(id, null, when, BigDecimal.ONE, null, null, true, Trigger.Active.ALWAYS, List.of()));
    }

    public TestBook with(Trigger trigger) {
        triggers.add(trigger);
        return this;
    }

    public TestBook limits(Limits next) {
        limits = next;
        return this;
    }

    public TestBook floor(int amount) {
        floor = BigDecimal.valueOf(amount);
        return this;
    }

    public TestBook holdout(String tier, double share) {
        holdout = Map.of(tier, BigDecimal.valueOf(share));
        return this;
    }

    public Book done() {
        return new Book(
                CurrencyUnit.EUR,
                limits,
                Map.of("unknown", BigDecimal.ONE, "client", new BigDecimal("1.5"), "vic", BigDecimal.valueOf(3)),
                holdout,
                floor,
                Map.of(
                        "assistance",
                        Map.of(
                                "en",
                                        new Copy(
                                                "At your service",
                                                "Would you like assistance?",
                                                "Yes, please",
                                                "No, thank you",
                                                "Not now"),
                                "fr",
                                        new Copy(
                                                "À votre service",
                                                "Souhaitez-vous être conseillée ?",
                                                "Volontiers",
                                                "Non, merci",
                                                "Plus tard"))),
                triggers);
    }

    public Facts facts() {
        return facts(done());
    }

    /** With advisors at desks, who ring for 12 s four times and must speak within a minute. */
    public Facts staffed(Slot slot, double asked) {
        var plain = facts();
        var service =
                new Service(true, Duration.ofSeconds(12), 4, Duration.ofMinutes(1), Duration.ofMinutes(30), asked);
        return new Facts(plain.book(), plain.prices(), plain.liveNodes(), plain.draw(), plain.ids(), slot, service);
    }

    public Facts staffed() {
        return staffed(new Slot.Needless(), 0);
    }

    public static Facts facts(Book book) {
        return facts(book, Set.of("node-1"));
    }

    public static Facts facts(Book book, Set<String> liveNodes) {
        var count = new AtomicInteger();
        return new Facts(
                book,
                TestBook::price,
                liveNodes,
                () -> 0.5,
                () -> "id-" + count.incrementAndGet(),
                new Slot.Needless(),
                Service.WITHOUT_DESKS);
    }

    public static Trigger trigger(
            String id, Condition when, double intent, @Nullable BigDecimal assume, boolean alert) {
        var offer = new Trigger.Offer("assistance", List.of("chat", "call"), Duration.ofMinutes(2));
        return new Trigger(
                id, null, when, BigDecimal.valueOf(intent), assume, offer, alert, Trigger.Active.ALWAYS, List.of());
    }

    public static Condition views(int atLeast) {
        return new Views(window(atLeast), Views.Distinct.NONE, List.of(), null);
    }

    static Window window(int atLeast) {
        return new Window(atLeast, Duration.ofMinutes(20));
    }

    private static @Nullable BigDecimal price(Item item) {
        return item.price() == null ? null : item.price().getAmount();
    }
}
