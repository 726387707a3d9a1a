package io.overture.engine;

import static io.overture.engine.Happenings.WATCH;
import static io.overture.engine.Happenings.view;
import static io.overture.engine.Shopper.START;
import static io.overture.engine.TestBook.views;
import static org.assertj.core.api.Assertions.assertThat;

import io.overture.trigger.Facts;
import io.overture.trigger.KnownClient;
import io.overture.trigger.Limits;
import io.overture.visitor.Beacon;
import io.overture.visitor.Consent;
import io.overture.visitor.Due;
import io.overture.visitor.Passport;
import io.overture.visitor.Passport.InForce;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a passport brings, and what goes home. */
class CrossingTest {

    private static final Limits SHORT =
            new Limits(9, Duration.ofMinutes(5), Duration.ofMinutes(5), Duration.ofMinutes(5), Duration.ZERO, null);

    private final Facts facts =
            TestBook.book().offers("t", views(1)).limits(SHORT).facts();

    @Test
    void a_refusal_at_home_is_respected_here_for_as_long_as_it_is_there() {
        var shopper = new Shopper(facts).hello();
        show(shopper, silentFor(Duration.ofDays(7)));

        shopper.does(view(shopper.now, WATCH));

        assertThat(shopper.invited()).isEmpty();
        assertThat(blocked(shopper)).isEqualTo("elsewhere");
    }

    @Test
    void what_was_declined_at_home_is_respected_by_the_limits_of_here_too() {
        var shopper = new Shopper(facts).hello();
        show(shopper, new InForce(null, null, START.minusSeconds(60), null, 0, false));

        shopper.does(view(shopper.now, WATCH));
        var before = shopper.invited();
        shopper.waits(241);

        assertThat(before).isEmpty();
        assertThat(shopper.invited()).isPresent();
    }

    @Test
    void it_goes_with_the_session() {
        var shopper = new Shopper(facts).hello();
        show(shopper, silentFor(Duration.ofDays(7)));

        shopper.after(Duration.ofHours(2)).in("session-2").hello().does(view(shopper.now, WATCH));

        assertThat(shopper.visitor.session().passport()).isNull();
        assertThat(shopper.invited()).isPresent();
    }

    @Test
    void an_invitation_that_nobody_has_seen_is_taken_back() {
        var shopper = new Shopper(facts).hello();
        shopper.does(view(shopper.now, WATCH));
        assertThat(shopper.visitor.invitation()).isNotNull();

        show(shopper, silentFor(Duration.ofDays(7)));

        assertThat(shopper.visitor.invitation()).isNull();
        assertThat(shopper.effects()).anyMatch(Effect.Withdraw.class::isInstance);
    }

    @Test
    void who_is_held_out_at_home_is_held_out_here() {
        var shopper = new Shopper(facts).hello();
        show(shopper, new InForce(null, null, null, null, 0, true));

        shopper.does(view(shopper.now, WATCH));

        assertThat(shopper.invited()).isEmpty();
        assertThat(Explanation.of(shopper.visitor, shopper.now, facts).isHeldOut())
                .isTrue();
    }

    @Test
    void conditions_weights_and_words_see_the_tier_and_the_language() {
        var shopper = new Shopper(TestBook.book()
                        .offers("vics", new KnownClient(true, List.of("vic")))
                        .facts())
                .hello();
        assertThat(shopper.invited()).isEmpty();

        show(shopper, InForce.NONE);

        assertThat(shopper.trigger()).isEqualTo("vics");
        assertThat(shopper.invited().orElseThrow().invitation().language()).isEqualTo("fr");
        assertThat(
                        shopper.visitor.notice() == null
                                ? "vic"
                                : shopper.visitor.notice().tier())
                .isEqualTo("vic");
    }

    @Test
    void without_leave_to_be_recognised_nothing_is_honoured() {
        var shopper = new Shopper(facts).consents(true, false).hello();

        show(shopper, silentFor(Duration.ofDays(7)));

        assertThat(shopper.receipt()).isEqualTo(Receipt.WITHHELD);
        assertThat(shopper.visitor.session().passport()).isNull();
    }

    @Test
    void nor_for_somebody_of_whom_nothing_is_kept() {
        var shopper = new Shopper(facts);

        show(shopper, InForce.NONE);

        assertThat(shopper.receipt()).isEqualTo(Receipt.WITHHELD);
        assertThat(shopper.visitor.isNobody()).isTrue();
    }

    @Test
    void when_leave_to_be_recognised_is_withdrawn_the_limits_stay_and_nothing_else() {
        var shopper = new Shopper(facts).hello();
        show(shopper, silentFor(Duration.ofDays(7)));

        shopper.afterSeconds(1).consents(true, false).hello().does(view(shopper.now, WATCH));

        var left = shopper.visitor.session().passport();
        assertThat(left.pseudonym()).isNull();
        assertThat(left.tier()).isNull();
        assertThat(left.advisor()).isNull();
        assertThat(shopper.invited()).isEmpty();
    }

    @Test
    void shown_again_it_changes_nothing() {
        var shopper = new Shopper(facts).hello();
        show(shopper, silentFor(Duration.ofDays(7)));
        var before = shopper.visitor;

        shopper.afterSeconds(3);
        show(shopper, silentFor(Duration.ofDays(7)));

        assertThat(shopper.receipt()).isEqualTo(Receipt.REPEATED);
        assertThat(shopper.visitor).isEqualTo(before);
    }

    @Test
    void home_is_told_when_she_was_invited_and_when_she_declined_and_no_more() {
        var shopper = new Shopper(facts).hello();
        show(shopper, InForce.NONE);
        shopper.afterSeconds(1).does(view(shopper.now, WATCH));
        var invitation = shopper.invitation();

        shopper.afterSeconds(1).answers(invitation, Input.Response.SHOWN);
        var shownAt = shopper.now;
        var first = shopper.owes(Due.Returned.class);
        shopper.afterSeconds(1).answers(invitation, Input.Response.DECLINED);

        assertThat(first).isEqualTo(new Due.Returned(first.id(), "europe", "p-1", shownAt, null));
        var second = shopper.owes(Due.Returned.class);
        assertThat(second).isEqualTo(new Due.Returned(second.id(), "europe", "p-1", shownAt, shopper.now));
        assertThat(shopper.visitor.due().stream().filter(Due.Returned.class::isInstance))
                .hasSize(1);
    }

    @Test
    void who_came_without_a_passport_is_told_of_nowhere() {
        var shopper = new Shopper(facts).hello();
        shopper.does(view(shopper.now, WATCH));

        shopper.answers(shopper.invitation(), Input.Response.DECLINED);

        assertThat(shopper.visitor.due()).noneMatch(Due.Returned.class::isInstance);
    }

    @Test
    void whoever_is_erased_is_told_of_nowhere() {
        var shopper = new Shopper(facts).hello();
        show(shopper, InForce.NONE);
        shopper.does(view(shopper.now, WATCH)).answers(shopper.invitation(), Input.Response.DECLINED);

        shopper.step(new Input.Erased());

        assertThat(shopper.visitor.due()).noneMatch(Due.Returned.class::isInstance);
    }

    @Test
    void what_comes_back_counts_at_home_once() {
        var shopper = new Shopper(facts).hello();
        var name = shopper.visitor.memory().journalId();
        shopper.afterSeconds(60);
        var back = new Input.Returned(name, shopper.now.minusSeconds(20), shopper.now.minusSeconds(10));

        shopper.step(back);
        var first = shopper.receipt();
        shopper.step(back);

        assertThat(first).isEqualTo(Receipt.TAKEN);
        assertThat(shopper.receipt()).isEqualTo(Receipt.REPEATED);
        assertThat(shopper.visitor.memory().refusedAt()).isEqualTo(shopper.now.minusSeconds(10));
        assertThat(blocked(shopper)).isEqualTo("afterDecline");
    }

    @Test
    void an_instant_of_the_future_is_now_and_an_older_one_changes_nothing() {
        var shopper = new Shopper(facts).hello().afterSeconds(60);
        var name = shopper.visitor.memory().journalId();

        shopper.step(new Input.Returned(name, shopper.now.plus(Duration.ofDays(400)), null));
        var counted = shopper.visitor.memory().shownAt();
        shopper.step(new Input.Returned(name, START, null));

        assertThat(counted).isEqualTo(shopper.now);
        assertThat(shopper.visitor.memory().shownAt()).isEqualTo(counted);
    }

    @Test
    void what_comes_back_late_does_not_bring_back_who_was_forgotten() {
        var shopper = new Shopper(facts).hello();
        var name = shopper.visitor.memory().journalId();
        shopper.step(new Input.Erased());

        shopper.step(new Input.Returned(name, shopper.now, shopper.now));
        var erased = shopper.receipt();
        shopper.in("session-2").hello();
        shopper.step(new Input.Returned(name, shopper.now, shopper.now));

        assertThat(erased).isEqualTo(Receipt.WITHHELD);
        assertThat(shopper.receipt()).isEqualTo(Receipt.WITHHELD);
        assertThat(shopper.visitor.memory().refusedAt()).isNull();
    }

    private static InForce silentFor(Duration length) {
        return new InForce(START.plus(length), null, null, null, 0, false);
    }

    private static void show(Shopper shopper, InForce inForce) {
        var standing = new Beacon.Standing(new Consent(true, true), null, null);
        shopper.step(new Input.Honoured("session-1", standing, passport(inForce, shopper.now)));
    }

    private static Passport passport(InForce inForce, Instant since) {
        return new Passport("europe", "p-1", "vic", "fr", new Passport.OwnAdvisor("Camille", "paris"), inForce, since);
    }

    private static @Nullable String blocked(Shopper shopper) {
        return Explanation.of(shopper.visitor, shopper.now, shopper.facts)
                .blocked()
                .map(each -> each.limit().word())
                .orElse(null);
    }
}
