package io.overture.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.overture.engine.Engine;
import io.overture.engine.Happenings;
import io.overture.engine.Input;
import io.overture.engine.TestBook;
import io.overture.trigger.Facts;
import io.overture.visitor.Beacon;
import io.overture.visitor.Category;
import io.overture.visitor.Consent;
import io.overture.visitor.Context;
import io.overture.visitor.Due;
import io.overture.visitor.Event;
import io.overture.visitor.Interest;
import io.overture.visitor.Item;
import io.overture.visitor.Memory;
import io.overture.visitor.Session;
import io.overture.visitor.Tab;
import io.overture.visitor.Visitor;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;

/** No stored value is above the bound, whatever a browser says; and what must stay of a visitor stays. */
class ValueBoundTest {

    private static final int LONGEST = 512;
    private static final Tab TAB = Tab.of("node-1", "5a1d7f1e-0000-4000-8000-000000000000", List.of("p".repeat(10)));
    private static final Beacon.Standing STANDING = new Beacon.Standing(
            new Consent(true, true),
            null,
            new Context(
                    "fr-FR",
                    word("zone", LONGEST),
                    "FR",
                    word("market", LONGEST),
                    word("device", LONGEST),
                    word("host", LONGEST),
                    new Context.Campaign(word("s", LONGEST), word("m", LONGEST), word("n", LONGEST))));

    private final Codec codec = new Codec(Codec.CURRENT);
    private final Facts facts = everyTriggerHolds();

    /** As many triggers as a book may have, with names as long as they may be, all of which hold once she looks at a piece. */
    private static Facts everyTriggerHolds() {
        var book = TestBook.book();
        for (int i = 0; i < 1_000; i++) {
            book.offers("%064d".formatted(i), TestBook.views(1));
        }
        return book.staffed();
    }

    /** One visitor's life, in which nothing of what is due is told for as long as it may be. */
    @Property(tries = 12, shrinking = ShrinkingMode.OFF)
    void no_value_is_above_the_bound_and_what_must_stay_stays(@ForAll long seed) {
        var random = new Random(seed);
        var visitor = Visitor.NOBODY;
        var now = AnyVisitor.NOW;
        boolean wasThinned = false;
        for (int seq = 1; seq <= 60; seq++) {
            now = now.plusSeconds(1 + random.nextInt(60));
            var inputs = new ArrayList<>(inputs(random, now, seq));
            if (random.nextInt(8) == 0) {
                inputs.add(new Input.Told(visitor.due().stream().map(Due::id).toList()));
            }
            var grown = Engine.step(visitor, inputs, now, facts, null).visitor();

            var fitted = codec.fit(seq, grown, null);

            assertThat(fitted.bytes()).hasSizeLessThanOrEqualTo(Codec.MOST_BYTES);
            assertThat(codec.decode(fitted.bytes()).visitor()).isEqualTo(fitted.visitor());
            assertThat(whatMustStay(fitted.visitor())).isEqualTo(whatMustStay(grown));
            assertThat(lastTouched(fitted.visitor())).isEqualTo(lastTouched(grown));
            wasThinned |= fitted.visitor() != grown;
            visitor = fitted.visitor();
        }
        assertThat(wasThinned).isTrue();
    }

    @Example
    void what_is_small_is_left_as_it_is() {
        var visitor = AnyVisitor.visiting("c-1");

        var fitted = codec.fit(1, visitor, null);

        assertThat(fitted.visitor()).isSameAs(visitor);
    }

    private static Visitor whatMustStay(Visitor visitor) {
        var memory = visitor.memory();
        var limits = new Memory(
                memory.journalId(),
                memory.visits(),
                memory.ended(),
                Map.of(),
                Map.of(),
                Map.of(),
                Set.of(),
                List.of(),
                memory.clientId(),
                memory.shownAt(),
                memory.refusedAt(),
                memory.dismissedAt());
        return new Visitor(
                limits,
                null,
                visitor.sources(),
                visitor.tabs(),
                visitor.invitation(),
                visitor.conversation(),
                visitor.closed(),
                visitor.due(),
                visitor.notice(),
                visitor.consent(),
                visitor.withdrawal(),
                visitor.steppedAt());
    }

    private static Object lastTouched(Visitor visitor) {
        Session session = visitor.session();
        return session == null
                ? ""
                : List.of(
                        session.id(),
                        session.activity(),
                        session.tally(),
                        session.moments(),
                        session.attention().interests().stream()
                                .max(Comparator.comparing(Interest::touchedAt)
                                        .thenComparing(each -> each.item().id()))
                                .map(each -> each.item().id())
                                .orElse(""));
    }

    private static List<Input> inputs(Random random, Instant now, int seq) {
        return switch (random.nextInt(6)) {
            case 0 ->
                List.of(new Input.Asked(
                        TAB,
                        "ask-" + seq,
                        "i1",
                        "call",
                        new Input.Reply(word("c" + seq, 200), word("w", 200), word("n", 200))));
            case 1 ->
                List.of(
                        new Input.Greeted(TAB, "s1", STANDING),
                        new Input.Asked(TAB, "talk", null, null, Input.Reply.NONE),
                        new Input.Wrote(TAB, "talk", "m" + seq, word("m" + seq, 2_000)),
                        new Input.Wrote(TAB, "talk", "n" + seq, word("n" + seq, 2_000)));
            default ->
                List.of(new Input.Arrived(
                        new Beacon("p" + random.nextInt(40), seq, "s1", STANDING, events(random, now, seq))));
        };
    }

    private static List<Event> events(Random random, Instant now, int seq) {
        var events = new ArrayList<Event>();
        for (int i = 0; i < 12; i++) {
            var at = now.plusMillis(i);
            var item = item("i" + random.nextInt(200), random.nextInt(3) == 0 ? LONGEST : 20);
            events.add(
                    switch (random.nextInt(6)) {
                        case 0 -> Happenings.view(at, item);
                        case 1 -> Happenings.other(at, "own_" + random.nextInt(60), params(seq + "-" + i));
                        case 2 -> Happenings.look(at, word("t" + random.nextInt(60), 40), item.id());
                        case 3 -> Happenings.addToCart(at, item, 1);
                        case 4 -> Happenings.wish(at, item);
                        default -> Happenings.purchase(at, "order-" + seq + "-" + i, item);
                    });
        }
        return events;
    }

    private static Map<String, String> params(String seed) {
        var params = new HashMap<String, String>();
        for (int i = 0; i < 8; i++) {
            params.put("p" + i, word(seed + i, LONGEST));
        }
        return params;
    }

    private static Item item(String id, int length) {
        return new Item(
                word(id, length),
                word(id + "name", length),
                word(id + "brand", length),
                new Category(String.join("/", word(id + "a", length), word(id + "b", length), word(id + "c", length))),
                BigMoney.of(CurrencyUnit.EUR, new BigDecimal("12500.00")));
    }

    /** As many bytes as so many characters can be. */
    private static String word(String begin, int length) {
        return begin + "宝".repeat(Math.max(0, length - begin.length()));
    }
}
