package io.overture.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.overture.trigger.Book;
import io.overture.trigger.Condition;
import io.overture.trigger.Facts;
import io.overture.trigger.Prices;
import io.overture.trigger.Reckoning;
import io.overture.trigger.Trigger;
import io.overture.visitor.SettledOneByOne;
import io.overture.visitor.Thinning;
import io.overture.visitor.Visitor;
import java.time.Instant;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What is worked out from what changed equals what is worked out from everything, whatever the book and the visitor. */
class EvaluationLawsTest {

    private static final int STEPS = 50;

    /** Nobody knows what an odd piece costs. */
    private static final Prices ELSEWHERE =
            item -> item.price() == null || item.id().endsWith("5")
                    ? null
                    : item.price().getAmount();

    @Property(tries = 200)
    void nothingIsMissedByLookingOnlyAtWhatChanged(@ForAll Random random) {
        var book = new RandomBook(random).book(1 + random.nextInt(25)).done();
        var remembering = TestBook.facts(book);
        var forgetful = TestBook.facts(book);
        var visit = new RandomVisit(random);
        var visitor = Visitor.NOBODY;
        var now = Shopper.START;
        Sight seen = null;
        for (int i = 0; i < STEPS; i++) {
            now = now.plusMillis(random.nextInt(random.nextInt(15) == 0 ? 2_400_000 : 90_000));
            var inputs = visit.next(visitor, now);

            var step = Engine.step(visitor, inputs, now, remembering, seen);

            assertThatItIs(step, Engine.step(visitor, inputs, now, forgetful, null));
            assertThatItIsReckoned(step, now, remembering);
            visitor = step.visitor();
            seen = random.nextInt(25) == 0 ? null : step.sight();
            switch (random.nextInt(60)) {
                case 0 -> {
                    book = new RandomBook(random).book(random.nextInt(25)).done();
                    remembering = with(remembering, book, remembering.prices());
                    forgetful = with(forgetful, book, remembering.prices());
                }
                case 1 -> {
                    remembering = with(remembering, book, ELSEWHERE);
                    forgetful = with(forgetful, book, ELSEWHERE);
                }
                case 2, 3 -> visitor = Thinning.of(visitor).orElse(visitor);
                default -> {}
            }
        }
    }

    private static Facts with(Facts facts, Book book, Prices prices) {
        return new Facts(book, prices, facts.liveNodes(), facts.draw(), facts.ids(), facts.slot(), facts.service());
    }

    private static void assertThatItIs(Step step, Step other) {
        assertThat(step.visitor()).isEqualTo(other.visitor());
        assertThat(step.receipts()).isEqualTo(other.receipts());
        assertThat(step.effects()).isEqualTo(other.effects());
        assertThat(step.entries()).isEqualTo(other.entries());
        assertThat(step.wakeAt()).isEqualTo(other.wakeAt());
    }

    private static void assertThatItIsReckoned(Step step, Instant now, Facts facts) {
        var session = step.visitor().session();
        var sight = step.sight();
        if (session == null || sight == null) {
            assertThat(session).isNull();
            return;
        }
        var reckoning = new Reckoning(step.visitor(), facts.prices());
        var book = facts.book();
        assertThat(session.attention().settled()).isEqualTo(SettledOneByOne.of(session.attention()));
        assertThat(sight.stake()).isEqualTo(reckoning.stake());
        roots(book)
                .forEach(root ->
                        assertThat(sight.of(root)).as("%s of %s", root, session).isEqualTo(reckoning.holds(root)));
        assertThat(sight.triggers())
                .isEqualTo(book.triggers().stream()
                        .filter(trigger -> !reckoning.holds(trigger.when()).isNever())
                        .toList());
        assertThat(session.moments().keySet())
                .containsExactlyInAnyOrderElementsOf(book.triggers().stream()
                        .filter(trigger -> reckoning.of(trigger).contains(now))
                        .map(Trigger::id)
                        .toList());
        book.triggers().stream()
                .flatMap(trigger -> reckoning.of(trigger).nextStart(now).stream())
                .forEach(start -> assertThat(step.wakeAt()).isBeforeOrEqualTo(start));
        assertThatItIsExplained(Explanation.of(step.visitor(), now, facts), reckoning, now);
    }

    private static Stream<Condition> roots(Book book) {
        var triggers = book.triggers().stream()
                .flatMap(trigger -> Stream.concat(
                        Stream.of(trigger.when()), trigger.boosts().stream().map(Trigger.Boost::when)));
        return Stream.concat(triggers, Stream.ofNullable(book.limits().never()));
    }

    private static void assertThatItIsExplained(Explanation explained, Reckoning reckoning, Instant now) {
        explained.triggers().forEach(each -> {
            assertThat(each.holds()).isEqualTo(reckoning.of(each.trigger()).contains(now));
            assertThatItIsExplained(each.when(), each.trigger().when(), reckoning, now);
        });
    }

    private static void assertThatItIsExplained(
            Explanation.Part part, Condition condition, Reckoning reckoning, Instant now) {
        var spans = reckoning.holds(condition);
        boolean holds = spans.contains(now);
        assertThat(part.condition()).isEqualTo(condition.words());
        assertThat(part.holds()).isEqualTo(holds);
        assertThat(part.isUnknown())
                .isEqualTo(!holds && !reckoning.fails(condition).contains(now));
        assertThat(part.since()).isEqualTo(holds ? spans.since(now).orElse(null) : null);
        assertThat(part.from()).isEqualTo(holds ? null : spans.nextStart(now).orElse(null));
        assertThat(part.of()).hasSameSizeAs(condition.parts());
        for (int i = 0; i < part.of().size(); i++) {
            assertThatItIsExplained(part.of().get(i), condition.parts().get(i), reckoning, now);
        }
    }
}
