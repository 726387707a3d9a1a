package io.overture.flow;

import io.overture.engine.Happenings;
import io.overture.engine.Input;
import io.overture.engine.Receipt;
import io.overture.engine.TestBook;
import io.overture.store.Stored;
import io.overture.visitor.Beacon;
import io.overture.visitor.Consent;
import io.overture.visitor.Tab;
import io.overture.visitor.Visitor;
import io.overture.visitor.VisitorKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * One browser with two tabs before two nodes, at a clock only it moves. A tab may be the last to hear what was said in the
 * other; what it sends by HTTP may be lost and sent again, and what was taken may come a second time, as it was, much later.
 */
final class TwoTabs implements AutoCloseable {

    private static final double LOST = 0.15;
    private static final Duration LATEST = Duration.ofMinutes(2);

    private final VisitorKey key = VisitorKey.of("demo", "visitor-of-two-tabs-0001");
    private final MemoryStore store = new MemoryStore();
    private final List<TestNode> nodes;
    private final Random random;
    private final boolean tellsWhen;
    private final Page[] pages = {new Page(1), new Page(2)};
    private final List<Sent> waiting = new ArrayList<>();
    private final List<Sent> taken = new ArrayList<>();
    private Instant now = Instant.ofEpochMilli(1_764_000_000_000L);
    private Word newest = new Word(true, now);
    private boolean isWithdrawalHeard;

    /** What was said in one of the tabs. */
    private record Word(boolean granted, Instant at) {}

    private record Sent(Word word, String source, long seq, Instant at) {}

    private static final class Page {
        private final int number;
        private final Tab tab;
        private Word known = new Word(true, Instant.EPOCH);
        private @Nullable Word greeted;
        private long seq;
        private int load = 1;

        Page(int number) {
            this.number = number;
            this.tab = new Tab("node-1", "tab-" + number);
        }

        String source() {
            return "page-" + number + "-" + load;
        }
    }

    /** @param tellsWhen whether consent carries its instant */
    TwoTabs(Random random, boolean tellsWhen) {
        this.random = random;
        this.tellsWhen = tellsWhen;
        var facts = TestBook.book().offers("view", TestBook.views(1)).facts();
        nodes = List.of(1, 2).stream()
                .map(number -> new TestNode(
                        new FaultyVisitors(store, new Random(random.nextLong()), LOST),
                        facts,
                        TestNode.noDesk(),
                        1_000,
                        () -> now))
                .toList();
        for (var page : pages) {
            page.known = newest;
        }
        while (!isKept()) {
            deliver(batch(pages[0], newest));
        }
    }

    /** Something happens, and time passes. */
    void happens() {
        now = now.plusMillis(1 + random.nextInt(random.nextInt(10) == 0 ? (int) LATEST.toMillis() : 3_000));
        var page = pages[random.nextInt(2)];
        switch (random.nextInt(12)) {
            case 0 -> says(page, false);
            case 1 -> says(page, true);
            case 2, 3 -> greets(page);
            case 4, 5 -> sendsBySocket(page);
            case 6, 7 -> sends(page);
            case 8, 9 -> arrives();
            case 10 -> comesAgain();
            default -> speaks(page);
        }
        if (random.nextInt(4) == 0) {
            pages[random.nextInt(2)].known = newest;
        }
    }

    /** The newest word is a withdrawal the house has taken. */
    boolean isWithdrawn() {
        return isWithdrawalHeard && !newest.granted;
    }

    /** The visitor withdraws for good, and the house hears of it. */
    void withdraws() {
        now = now.plusMillis(1);
        says(pages[0], false);
        for (int i = 0; !isWithdrawalHeard; i++) {
            now = now.plusMillis(1);
            deliver(batch(pages[0], newest));
        }
    }

    /** Something new under a newer grant, until it is taken. */
    void grants() {
        now = now.plusMillis(1);
        newest = new Word(true, now);
        now = now.plusMillis(1);
        var sent = batch(pages[0], newest);
        while (!deliver(sent)) {
            now = now.plusMillis(1);
        }
    }

    boolean isKept() {
        return visitor()
                .map(each -> !each.memory().equals(Visitor.NOBODY.memory())
                        || each.session() != null
                        || !each.tabs().isEmpty()
                        || each.invitation() != null
                        || each.conversation() != null)
                .orElse(false);
    }

    Optional<Visitor> visitor() {
        return store.load(key).await().indefinitely().map(Stored::visitor);
    }

    @Override
    public void close() {
        nodes.forEach(TestNode::close);
    }

    private void says(Page page, boolean granted) {
        newest = new Word(granted, now);
        isWithdrawalHeard = false;
        page.known = newest;
        waiting.add(batch(page, newest));
        if (!tellsWhen) {
            for (var each : pages) {
                each.known = newest;
            }
        }
    }

    /** A page that was told nothing may be kept sends nothing but that. */
    private void sends(Page page) {
        if (page.known.granted) {
            var sent = batch(page, page.known);
            waiting.add(sent);
            if (random.nextBoolean()) {
                deliver(sent);
            }
        }
        if (random.nextInt(8) == 0) {
            page.load++;
            page.seq = 0;
        }
    }

    private void greets(Page page) {
        var word = tellsWhen ? page.known : new Word(page.known.granted, now);
        if (take(new Input.Greeted(page.tab, "session", standing(word, word.at)))) {
            page.greeted = word;
            heard(page.known);
        }
    }

    /** Under the word it greeted with, whatever was said since. */
    private void sendsBySocket(Page page) {
        var word = page.greeted;
        if (word != null && word.granted) {
            var sent = batch(page, word);
            take(new Input.Arrived(beacon(sent, word.at, Duration.ZERO), page.tab));
        }
    }

    /** Answers, asks and writes. */
    private void speaks(Page page) {
        if (page.greeted == null || !page.greeted.granted) {
            return;
        }
        var invitation = visitor().map(Visitor::invitation);
        take(
                switch (random.nextInt(3)) {
                    case 0 -> new Input.Asked(page.tab, "r-" + now.toEpochMilli(), null, null, Input.Reply.NONE);
                    case 1 -> new Input.Missed(page.tab);
                    default ->
                        new Input.Answered(
                                page.tab,
                                invitation.isPresent() ? invitation.get().id() : "none",
                                Input.Response.ACCEPTED,
                                null);
                });
    }

    private void arrives() {
        if (!waiting.isEmpty()) {
            deliver(waiting.get(random.nextInt(waiting.size())));
        }
    }

    /** The same bytes once more: their clock seems to be late by as much as they are. */
    private void comesAgain() {
        if (!taken.isEmpty()) {
            var sent = taken.get(random.nextInt(taken.size()));
            if (sent.word.granted) {
                var late = Duration.between(sent.at, now);
                take(new Input.Arrived(beacon(sent, sent.word.at.plus(late), late)));
            }
        }
    }

    /** Stamped anew at each attempt, so that its instants are right however late it is. */
    private boolean deliver(Sent sent) {
        var receipt = receipt(new Input.Arrived(beacon(sent, sent.word.at, Duration.ZERO)));
        if (receipt.isEmpty()) {
            return false;
        }
        waiting.remove(sent);
        heard(sent.word);
        if (receipt.get() != Receipt.WITHHELD) {
            taken.add(sent);
        }
        return true;
    }

    private void heard(Word word) {
        isWithdrawalHeard |= !word.granted && word.equals(newest);
    }

    private boolean take(Input input) {
        return receipt(input).isPresent();
    }

    /** Empty: it is not known whether it was taken. */
    private Optional<Receipt> receipt(Input input) {
        return nodes.get(random.nextInt(nodes.size()))
                .flow
                .submit(key, input)
                .map(Optional::of)
                .onFailure(Unavailable.class)
                .recoverWithItem(Optional.empty())
                .await()
                .indefinitely();
    }

    private Sent batch(Page page, Word word) {
        return new Sent(word, page.source(), ++page.seq, now);
    }

    private Beacon beacon(Sent sent, Instant saidAt, Duration late) {
        var view = Happenings.view(sent.at.plus(late), Happenings.piece("W-100", "watches", 9_000));
        return new Beacon(
                sent.source,
                sent.seq,
                "session",
                standing(sent.word, tellsWhen || isOfGreeting(sent) ? saidAt : null),
                List.of(view));
    }

    private boolean isOfGreeting(Sent sent) {
        return sent.word == pages[0].greeted || sent.word == pages[1].greeted;
    }

    private static Beacon.Standing standing(Word word, @Nullable Instant saidAt) {
        return new Beacon.Standing(new Consent(word.granted, word.granted), saidAt, null, null, false);
    }
}
