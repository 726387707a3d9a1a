package io.overture.store;

import io.overture.visitor.Activity;
import io.overture.visitor.Attendant;
import io.overture.visitor.Attention;
import io.overture.visitor.Cart;
import io.overture.visitor.Category;
import io.overture.visitor.Checkout;
import io.overture.visitor.CheckoutStep;
import io.overture.visitor.Client;
import io.overture.visitor.Closed;
import io.overture.visitor.Consent;
import io.overture.visitor.ConsentWord;
import io.overture.visitor.Context;
import io.overture.visitor.Conversation;
import io.overture.visitor.Copy;
import io.overture.visitor.Due;
import io.overture.visitor.Effort;
import io.overture.visitor.Favour;
import io.overture.visitor.Held;
import io.overture.visitor.Interest;
import io.overture.visitor.Invitation;
import io.overture.visitor.Item;
import io.overture.visitor.Line;
import io.overture.visitor.Memory;
import io.overture.visitor.Message;
import io.overture.visitor.Occurrences;
import io.overture.visitor.Outcome;
import io.overture.visitor.Purchase;
import io.overture.visitor.Recent;
import io.overture.visitor.Request;
import io.overture.visitor.Searches;
import io.overture.visitor.Seqs;
import io.overture.visitor.Session;
import io.overture.visitor.Stage;
import io.overture.visitor.Stretches;
import io.overture.visitor.Tab;
import io.overture.visitor.Track;
import io.overture.visitor.Verdict;
import io.overture.visitor.Visitor;
import io.overture.visitor.Wish;
import io.overture.visitor.Withdrawal;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.joda.money.BigMoney;

/**
 * Visitors of whom every part that format 1 knows is filled, written out by hand. Maps hold one entry each: the order of
 * more is the platform's own.
 */
final class Format1 {

    static final Instant NOW = Instant.ofEpochMilli(1_764_000_000_000L);
    static final long NONCE = 0x0102030405060708L;

    private static final Item WATCH =
            new Item("W-100", "Méridienne", "Aurelle", new Category("watches/dive"), BigMoney.parse("EUR 12500.00"));
    private static final Tab TAB = new Tab("node-1", "tab-1");
    private static final Attendant CAMILLE = new Attendant("camille", "Camille", "Advisor", "/camille.jpg");
    private static final Request REQUEST =
            new Request("dwell", "W-100", "Méridienne", List.of("chat", "call"), "fr-FR", new BigDecimal("6250.0"));

    private Format1() {}

    /** In the boutique, with an invitation and a conversation. */
    static Visitor there() {
        return new Visitor(
                memory(),
                session(),
                Map.of("p1", new Visitor.Source(new Seqs(12, 0b1011), ago(3))),
                List.of(TAB),
                invitation(),
                conversation(),
                List.of(new Closed("i-0", Outcome.DISMISSED, TAB)),
                List.of(new Due.Taken("taken:1", "c-1", 1, CAMILLE, ago(20))),
                null,
                null,
                new Withdrawal(ago(3_600), ago(3_600)),
                NOW);
    }

    /** Withdrawn, with word to the desk still to be told. */
    static Visitor withdrawn() {
        return Visitor.NOBODY.forgotten(new ConsentWord(new Consent(false, false), NOW), NOW, "f-1");
    }

    private static Memory memory() {
        return new Memory(
                "j-1",
                new Recent(List.of(ago(86_400), ago(172_800))),
                List.of("s0"),
                Map.of("W-100", new Wish(ago(90_000), ago(80_000), null)),
                Map.of("watches", new Favour(2, ago(70_000), ago(60_000))),
                Map.of("B-7", ago(86_000)),
                Set.of("B-7"),
                List.of(new Purchase(
                        "T-1",
                        ago(500_000),
                        BigMoney.parse("EUR 900.00"),
                        List.of(new Purchase.Ordered("B-7", Category.NONE, BigDecimal.ONE, BigDecimal.ZERO)),
                        null,
                        false)),
                "c-42",
                ago(7_000),
                ago(6_000),
                null);
    }

    private static Session session() {
        var interest = new Interest(
                WATCH,
                new Recent(List.of(ago(100))),
                new Stretches(List.of(new Stretches.Stretch(ago(90), ago(60)))),
                Map.of("sizing", new Recent(List.of(ago(70)))),
                ago(60));
        var track = new Track(
                List.of(new Track.View(ago(100), "W-100")),
                List.of(new Track.Loose(ago(50), "care", Duration.ofSeconds(4))));
        var line = new Line(WATCH, BigDecimal.ONE);
        return new Session(
                "s1",
                new Activity(ago(110), ago(109), ago(5), ago(6), ago(4)),
                new Attention(
                        Map.of("W-100", interest), Map.of("p1", track), Map.of("gift", new Recent(List.of(ago(40))))),
                new Cart(List.of(line), ago(30), ago(31), List.of(new Cart.Change(ago(20), true, line))),
                new Checkout(Map.of(CheckoutStep.BEGIN_CHECKOUT, ago(15)), ago(400)),
                new Searches(Map.of(0, new Recent(List.of(ago(45))))),
                new Occurrences(
                        Map.of("share", List.of(new Occurrences.Occurrence(ago(35), Map.of("method", "mail"))))),
                new Context(
                        "fr-FR",
                        "Europe/Paris",
                        "FR",
                        "fr",
                        "desktop",
                        "vogue.fr",
                        new Context.Campaign("vogue", "editorial", "ss27")),
                true,
                new Client("c-42", "vic", List.of("watches"), "fr"),
                new Session.Tally(1, 1),
                Map.of("dwell", new Held(ago(25), NOW.plusSeconds(25), Verdict.OFFERED)),
                null);
    }

    private static Invitation invitation() {
        return new Invitation(
                "i-1",
                "dwell",
                "W-100",
                new BigDecimal("6250.0"),
                new Copy("At your service", "Would you like assistance?", "Yes, please", "No, thank you", null),
                "fr-FR",
                List.of("chat", "call"),
                ago(10),
                NOW.plusSeconds(110),
                ago(9),
                ago(8),
                true,
                CAMILLE);
    }

    private static Conversation conversation() {
        return new Conversation(
                "c-1",
                REQUEST,
                new Stage.Joined(CAMILLE, ago(18), true),
                1,
                List.of(new Message("m-1", 1, Message.Author.ADVISOR, "camille", "Bonjour", ago(17))),
                1,
                1,
                0,
                null,
                new Effort(Duration.ofSeconds(7), 1, 0),
                ago(19),
                ago(16));
    }

    private static Instant ago(long seconds) {
        return NOW.minusSeconds(seconds);
    }
}
