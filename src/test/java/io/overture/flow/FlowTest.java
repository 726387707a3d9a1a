package io.overture.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.overture.engine.Effect;
import io.overture.engine.Entry;
import io.overture.engine.Happenings;
import io.overture.engine.Input;
import io.overture.engine.Receipt;
import io.overture.engine.TestBook;
import io.overture.journal.JournalRecord;
import io.overture.redis.Callback;
import io.overture.store.Commit;
import io.overture.store.Stored;
import io.overture.store.Visitors;
import io.overture.trigger.Idle;
import io.overture.trigger.Views;
import io.overture.trigger.Window;
import io.overture.visitor.Beacon;
import io.overture.visitor.Consent;
import io.overture.visitor.Due;
import io.overture.visitor.Event;
import io.overture.visitor.Item;
import io.overture.visitor.Tab;
import io.overture.visitor.Visitor;
import io.overture.visitor.VisitorKey;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FlowTest {

    private static final VisitorKey HER = VisitorKey.of("demo", "v".repeat(22));
    private static final Tab TAB = new Tab("node-1", "tab-1");
    private static final Beacon.Standing CONSENT = new Beacon.Standing(new Consent(true, true), null, null);
    private static final Item WATCH = Happenings.piece("W-100", "watches", 12_500);

    private final MemoryStore store = new MemoryStore();
    private final List<TestNode> nodes = new ArrayList<>();

    @AfterEach
    void stop() {
        nodes.forEach(TestNode::close);
    }

    @Test
    void theUsualStepCostsOneCall() {
        var node = node(TestBook.book());
        submit(node, beacon(1));
        int before = store.calls();

        submit(node, beacon(2));
        submit(node, beacon(3));

        assertThat(store.calls() - before).isEqualTo(2);
    }

    @Test
    void aRepeatOfWhatIsKnownCostsNone() {
        var node = node(TestBook.book());
        submit(node, beacon(1));
        int before = store.calls();

        assertThat(submit(node, beacon(1))).isEqualTo(Receipt.REPEATED);

        assertThat(store.calls()).isEqualTo(before);
    }

    @Test
    void aStaleNodeFindsOutAndStepsAgain() {
        var one = node(TestBook.book());
        var two = node(TestBook.book());
        submit(one, beacon(1));
        submit(two, beacon(2));

        submit(one, beacon(3));

        assertThat(one.conflicts).hasValue(1);
        assertThat(submit(two, beacon(3))).isEqualTo(Receipt.REPEATED);
        assertThat(store.journal()).hasSize(4);
    }

    @Test
    void thatSheIsForgottenIsSaidByTheNameSheHad() {
        var node = node(TestBook.book());
        submit(node, beacon(1));
        var name = store.journal().getFirst().visitor();

        submit(node, new Input.Erased());

        assertThat(store.journal())
                .hasSize(3)
                .extracting(JournalRecord::visitor)
                .containsOnly(name);
        assertThat(store.journal().getLast().entry()).isInstanceOf(Entry.Forgotten.class);
    }

    @Test
    void anAnswerIsNeverJudgedByAStaleValue() {
        var book = TestBook.book().offers("t", anyView());
        var one = node(book);
        var two = node(book);
        submit(one, new Input.Greeted(TAB, "s", CONSENT));
        submit(two, beacon(1, Happenings.view(Instant.now(), WATCH)));
        var invitation = invitation(two);

        submit(one, new Input.Answered(TAB, invitation, Input.Response.ACCEPTED, null));

        assertThat(one.said).noneMatch(Effect.Withdraw.class::isInstance);
        assertThat(look(one).conversation().id()).isEqualTo(invitation);
    }

    @Test
    void whatQueuesWhileAStepIsUnderWayGoesIntoOneCommit() {
        var gate = new Gate(store);
        var node = keep(new TestNode(gate, TestBook.book().facts(), TestNode.noDesk(), 1_000));
        submit(node, beacon(1));
        gate.closed.set(true);
        var answers = new CopyOnWriteArrayList<Receipt>();

        for (int seq = 2; seq <= 40; seq++) {
            node.flow.submit(HER, beacon(seq)).subscribe().with(answers::add);
        }
        int before = node.steps.get();
        gate.open();

        assertThat(answers).hasSize(39).containsOnly(Receipt.TAKEN);
        assertThat(node.steps.get() - before).isEqualTo(2);
    }

    @Test
    void aSenderThatFailsToHearKeepsNothingFromTheOthers() {
        var gate = new Gate(store);
        var node = keep(new TestNode(gate, TestBook.book().facts(), TestNode.noDesk(), 1_000));
        gate.closed.set(true);
        var answers = new CopyOnWriteArrayList<Receipt>();

        for (int seq = 1; seq <= 4; seq++) {
            node.flow.submit(HER, beacon(seq), null, new Startled());
            node.flow.submit(HER, beacon(seq)).subscribe().with(answers::add);
        }
        gate.open();

        assertThat(answers).hasSize(4);
        assertThat(submit(node, beacon(5))).isEqualTo(Receipt.TAKEN);
        assertThat(node.flow.underWay()).isZero();
    }

    private static final class Startled implements Flow.Sender {

        @Override
        public void taken(Receipt receipt) {
            throw new IllegalStateException("did not hear");
        }

        @Override
        public void refused(Throwable why) {
            throw new IllegalStateException("did not hear");
        }
    }

    @Test
    void beyondItsBoundANodeRefusesAtOnce() {
        var gate = new Gate(store);
        var node = keep(new TestNode(gate, TestBook.book().facts(), TestNode.noDesk(), 10));
        gate.closed.set(true);
        for (int seq = 1; seq <= 10; seq++) {
            node.flow.submit(HER, beacon(seq)).subscribe().with(any -> {}, any -> {});
        }

        assertThatThrownBy(() -> submit(node, beacon(11))).isInstanceOf(Unavailable.class);

        gate.open();
        assertThat(submit(node, beacon(11))).isEqualTo(Receipt.TAKEN);
        assertThat(node.flow.underWay()).isZero();
    }

    @Test
    void alarmsFireOnTimeOnTheNode() {
        var node = node(TestBook.book().offers("still", new Idle(Duration.ofMillis(300))));
        submit(node, new Input.Greeted(TAB, "s", CONSENT));

        submit(node, beacon(1, Happenings.view(Instant.now(), WATCH)));

        await().atMost(Duration.ofSeconds(30))
                .until(() -> node.said.stream().anyMatch(Effect.Deliver.class::isInstance));
    }

    @Test
    void whatADeadNodeLeftIsFoundByTheSweep() {
        var book = TestBook.book().offers("still", new Idle(Duration.ofMillis(300)));
        var dead = node(book);
        submit(dead, new Input.Greeted(TAB, "s", CONSENT));
        submit(dead, beacon(1, Happenings.view(Instant.now(), WATCH)));
        dead.close();
        var other = node(book);
        var sweep = new Sweep(store, InstantSource.system(), (key, late) -> other.flow.wake(key));

        await().pollInterval(Sweep.TICK).atMost(Duration.ofSeconds(30)).until(() -> {
            sweep.tick();
            return other.said.stream().anyMatch(Effect.Deliver.class::isInstance);
        });
    }

    @Test
    void whatADeadNodeLeftIsFoundThoughTheOtherHasAnOlderValueAtHand() {
        var book = TestBook.book().offers("still", new Idle(Duration.ofMillis(300)));
        var dead = node(book);
        var other = node(book);
        submit(other, new Input.Greeted(TAB, "s", CONSENT));
        submit(dead, beacon(1, Happenings.view(Instant.now(), WATCH)));
        dead.close();
        var sweep = new Sweep(store, InstantSource.system(), (key, late) -> other.flow.wake(key));

        await().pollInterval(Sweep.TICK).atMost(Duration.ofSeconds(30)).until(() -> {
            sweep.tick();
            return other.said.stream().anyMatch(Effect.Deliver.class::isInstance);
        });
    }

    @Test
    void whatIsDueIsToldUntilTheDeskHasHeardIt() {
        var heard = new CopyOnWriteArrayList<Due>();
        var away = new AtomicBoolean(true);
        var desk = TestNode.desk((about, due) -> {
            if (away.get()) {
                return Uni.createFrom().failure(new IllegalStateException("away"));
            }
            heard.add(due);
            return Uni.createFrom().voidItem();
        });
        var node = keep(new TestNode(store, TestBook.book().facts(), desk, 1_000));
        submit(node, new Input.Greeted(TAB, "s", CONSENT));
        submit(node, new Input.Asked(TAB, "ask-1", null, null, Input.Reply.NONE));
        assertThat(look(node).due()).hasSize(1);

        away.set(false);

        await().atMost(Duration.ofSeconds(8)).until(() -> look(node).due().isEmpty());
        assertThat(heard).hasSize(1);
    }

    private TestNode node(TestBook book) {
        return keep(new TestNode(store, book.facts(), TestNode.noDesk(), 1_000));
    }

    private TestNode keep(TestNode node) {
        nodes.add(node);
        return node;
    }

    private static Receipt submit(TestNode node, Input input) {
        return node.flow.submit(HER, input).await().atMost(Duration.ofSeconds(30));
    }

    private static Visitor look(TestNode node) {
        return node.flow.look(HER).await().atMost(Duration.ofSeconds(30)).orElseThrow();
    }

    private static String invitation(TestNode node) {
        return node.said.stream()
                .filter(Effect.Deliver.class::isInstance)
                .map(each -> ((Effect.Deliver) each).invitation().id())
                .findFirst()
                .orElseThrow();
    }

    private static Input beacon(long seq, Event... events) {
        return new Input.Arrived(new Beacon("page", seq, "s", CONSENT, List.of(events)));
    }

    private static Views anyView() {
        return new Views(new Window(1, Duration.ofMinutes(5)), Views.Distinct.NONE, List.of(), null);
    }

    /** A store whose commits wait at a gate. */
    private static final class Gate implements Visitors {

        private final Visitors store;
        private final AtomicBoolean closed = new AtomicBoolean();
        private final List<Runnable> waiting = new ArrayList<>();

        Gate(Visitors store) {
            this.store = store;
        }

        @Override
        public void load(VisitorKey key, Callback<Optional<Stored>> then) {
            store.load(key, then);
        }

        @Override
        public void commit(Commit commit, Callback<Outcome> then) {
            if (closed.get()) {
                waiting.add(() -> store.commit(commit, then));
            } else {
                store.commit(commit, then);
            }
        }

        @Override
        public Uni<Void> discard(VisitorKey key) {
            return store.discard(key);
        }

        void open() {
            closed.set(false);
            List.copyOf(waiting).forEach(Runnable::run);
        }
    }
}
