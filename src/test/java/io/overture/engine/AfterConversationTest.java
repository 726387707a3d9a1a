package io.overture.engine;

import static io.overture.engine.Happenings.WATCH;
import static io.overture.engine.Happenings.search;
import static io.overture.engine.Happenings.view;
import static io.overture.engine.TestBook.views;
import static org.assertj.core.api.Assertions.assertThat;

import io.overture.trigger.Facts;
import io.overture.trigger.Limits;
import io.overture.trigger.Search;
import io.overture.trigger.Slot;
import io.overture.visitor.Attendant;
import io.overture.visitor.Conversation;
import io.overture.visitor.Handoff;
import io.overture.visitor.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A conversation is this visit's invitation: however it began and ended, nothing is offered while the farewell, or the
 * apology and the call back form, is before her.
 */
class AfterConversationTest {

    private static final Attendant CAMILLE = new Attendant("camille", "Camille Aubry", "Advisor", null);
    private static final Duration COOLDOWN = Duration.ofMinutes(10);
    private static final Limits BOUNDLESS =
            new Limits(9, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, null);
    private static final Limits COOL = new Limits(9, COOLDOWN, Duration.ZERO, Duration.ZERO, Duration.ZERO, null);
    private static final Limits USUAL =
            new Limits(1, Duration.ofMinutes(30), Duration.ofDays(7), Duration.ofDays(1), Duration.ZERO, null);

    /** A way a conversation of hers ends, with a house that has desks or has none. */
    private record Way(String name, boolean isStaffed, Consumer<Shopper> end) {
        @Override
        public String toString() {
            return name + (isStaffed ? ", with desks" : ", without desks");
        }
    }

    private record Case(Way way, boolean isAsked, Limits limits) {
        @Override
        public String toString() {
            return (isAsked ? "asked for, " : "accepted, ") + way + ", " + limits.perSession() + " a visit, cooldown "
                    + limits.cooldown();
        }
    }

    private static Stream<Case> cases() {
        return ways().flatMap(way -> Stream.of(true, false)
                .flatMap(asked -> Stream.of(BOUNDLESS, COOL, USUAL).map(limits -> new Case(way, asked, limits))));
    }

    private static Stream<Way> ways() {
        var all = new ArrayList<Way>();
        for (boolean staffed : List.of(true, false)) {
            all.add(new Way("by the advisor", staffed, it -> {
                joined(it);
                it.step(new Input.Finished(id(it), "camille", false));
            }));
            all.add(new Way("by the advisor after a complaint", staffed, it -> {
                joined(it);
                it.step(new Input.Finished(id(it), "camille", true));
            }));
            all.add(new Way("by her", staffed, it -> {
                joined(it);
                it.step(new Input.Hung(Shopper.TAB, id(it)));
            }));
            all.add(new Way("by her while she waits", staffed, it -> it.step(new Input.Hung(Shopper.TAB, id(it)))));
            all.add(new Way("by nobody's coming", staffed, it -> it.step(new Input.Nobody(id(it), 0))));
            all.add(new Way("by nobody's coming, then by her", staffed, it -> {
                it.step(new Input.Nobody(id(it), 0));
                it.afterSeconds(5).step(new Input.Hung(Shopper.TAB, id(it)));
            }));
            all.add(new Way("by nobody's coming, then with a call back", staffed, it -> {
                it.step(new Input.Nobody(id(it), 0));
                it.afterSeconds(5).step(callBack());
            }));
            all.add(new Way("by the advisor's loss", staffed, it -> {
                joined(it);
                it.step(new Input.Lost(id(it), "camille"));
                it.afterSeconds(5).step(new Input.Nobody(id(it), 1));
            }));
            all.add(new Way("by the advisor's coming late, after all", staffed, it -> {
                it.step(new Input.Nobody(id(it), 0));
                joined(it.afterSeconds(5));
                it.step(new Input.Hung(Shopper.TAB, id(it)));
            }));
            all.add(new Way("by silence in the house's own tool", staffed, it -> {
                it.step(new Input.HandedOver(id(it), 0, new Handoff("chat", "https://tool.example")));
                silence(it);
            }));
            all.add(new Way("by silence", staffed, it -> {
                joined(it);
                it.step(new Input.Spoke(id(it), "camille", "a-1", "Good evening"));
                silence(it);
            }));
            all.add(new Way("in the next visit", staffed, it -> {
                joined(it);
                it.in("session-2").hello().does(view(it.now, WATCH));
                it.afterSeconds(5).step(new Input.Finished(id(it), "camille", false));
            }));
            all.add(new Way("by nobody's coming, then with the visit", staffed, it -> {
                it.step(new Input.Nobody(id(it), 0));
                it.afterSeconds(5).in("session-2").hello().does(view(it.now, WATCH));
            }));
        }
        all.add(new Way("by calls that nobody answers", true, it -> it.waits(50)));
        return all.stream();
    }

    private static Input callBack() {
        return new Input.Asked(Shopper.TAB, "back-1", null, "call", new Input.Reply("+33 1", null, null));
    }

    private static void joined(Shopper shopper) {
        shopper.step(new Input.Claimed(id(shopper), CAMILLE));
    }

    /** Half an hour without a word, in which she goes on looking. */
    private static void silence(Shopper shopper) {
        for (int i = 0; i < 30; i++) {
            shopper.waits(60).does(view(shopper.now, WATCH));
        }
    }

    private static String id(Shopper shopper) {
        return shopper.conversation().id();
    }

    private static Facts facts(Limits limits, boolean isStaffed) {
        var book = TestBook.book()
                .offersAssuming("empty-search", new Search(List.of(0), TestBook.window(1)), 500)
                .offers("looking", views(2))
                .offers("looking-on", views(3))
                .limits(limits);
        return isStaffed ? book.staffed(new Slot.Needless(), 1) : book.facts();
    }

    /** In a conversation, with a moment that holds and was not spoken of. */
    private static Shopper talking(Case it) {
        var shopper = new Shopper(facts(it.limits, it.way.isStaffed)).hello();
        shopper.does(view(shopper.now, WATCH));
        if (it.isAsked) {
            shopper.asks("ask-1");
        } else {
            shopper.does(view(shopper.now, WATCH));
            shopper.answers(shopper.invitation(), Input.Response.ACCEPTED);
        }
        assertThat(shopper.conversation().isOpen()).isTrue();
        shopper.afterSeconds(20).forgetsWhatWasSaid();
        shopper.does(view(shopper.now, WATCH), view(shopper.now, WATCH));
        return shopper;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void whatHeldDuringItIsNeverOffered(Case it) {
        var shopper = talking(it);

        it.way.end.accept(shopper);
        shopper.waits(25 * 60);

        assertThat(shopper.invited()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void whatBeginsThenWaitsForTheCooldownFromItsEnd(Case it) {
        var shopper = talking(it);
        it.way.end.accept(shopper);
        var ended = shopper.now;
        boolean isFormBeforeHer = isBeforeHer(shopper.visitor.conversation());

        shopper.afterSeconds(1).does(search(shopper.now, 0));
        shopper.waits(25 * 60);

        if (isFormBeforeHer || it.limits == USUAL) {
            assertThat(shopper.invited()).isEmpty();
        } else if (it.limits == COOL) {
            assertThat(shopper.trigger()).isEqualTo("empty-search");
            assertThat(offeredAt(shopper)).isAfterOrEqualTo(ended.plus(COOLDOWN));
        } else {
            assertThat(shopper.trigger()).isEqualTo("empty-search");
        }
    }

    private static Instant offeredAt(Shopper shopper) {
        return shopper.invited().orElseThrow().invitation().offeredAt();
    }

    private static boolean isBeforeHer(@Nullable Conversation conversation) {
        return conversation != null && conversation.isBeforeHer();
    }

    @ParameterizedTest
    @MethodSource("ways")
    void anAdvisorsOwnInvitationIsWithinTheSameLimits(Way way) {
        var shopper = talking(new Case(way, true, USUAL));
        way.end.accept(shopper);

        shopper.afterSeconds(1).step(new Input.Invited("by-hand", CAMILLE, List.of("chat"), List.of()));

        assertThat(shopper.receipt()).isEqualTo(Receipt.LIMITED);
    }

    @Test
    void itIsToldAsALimit() {
        var shopper = talking(new Case(ways().findFirst().orElseThrow(), true, BOUNDLESS));

        assertThat(shopper.entries())
                .filteredOn(Entry.MomentDecided.class::isInstance)
                .extracting(entry -> ((Entry.MomentDecided) entry).verdict())
                .containsOnly(Verdict.SPENT);
        assertThat(Verdict.SPENT.word()).isEqualTo("limits");
    }

    @Test
    void aCallBackAskedForAtOnceCountsToo() {
        var shopper = new Shopper(facts(USUAL, true)).hello();

        shopper.step(callBack());
        shopper.does(view(shopper.now, WATCH), view(shopper.now, WATCH));
        shopper.waits(25 * 60);

        assertThat(shopper.invited()).isEmpty();
    }

    @Test
    void aCallBackAskedForAtOnceTakesAnOpenInvitationBack() {
        var shopper = new Shopper(facts(BOUNDLESS, true)).hello();
        shopper.does(view(shopper.now, WATCH), view(shopper.now, WATCH));
        var invitation = shopper.invitation();

        shopper.step(callBack());

        assertThat(shopper.visitor.invitation()).isNull();
        assertThat(shopper.effects())
                .contains(new Effect.Withdraw(invitation, Effect.Reason.WITHDRAWN, List.of(Shopper.TAB)));
    }
}
