package io.overture.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.overture.engine.Effect;
import io.overture.engine.Input;
import io.overture.engine.TestBook;
import io.overture.store.DeskInbox;
import io.overture.store.Stores;
import io.overture.visitor.Attendant;
import io.overture.visitor.Beacon;
import io.overture.visitor.Consent;
import io.overture.visitor.Due;
import io.overture.visitor.Tab;
import io.overture.visitor.VisitorKey;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** That somebody is writing changes nothing and is told all the same, by a node that knows less than another. */
class TypingTest {

    private static final VisitorKey VISITOR = VisitorKey.of("demo", "v7Q0123456789abcdefghij");
    private static final Tab PAGE = new Tab("node-1", "tab-1");
    private static final Beacon.Standing CONSENT = new Beacon.Standing(new Consent(true, true), null, null);

    private final MemoryStore store = new MemoryStore();
    private final List<Effect.ForAdvisor> whispered = new ArrayList<>();
    private final TestNode visitors = new TestNode(store, TestBook.book().staffed(), whispering(), 100);
    private final TestNode advisors = new TestNode(store, TestBook.book().staffed(), TestNode.noDesk(), 100);

    @AfterEach
    void close() {
        visitors.close();
        advisors.close();
    }

    @Test
    void the_advisor_whom_another_node_let_in_hears_that_the_visitor_writes() {
        submit(visitors, new Input.Greeted(PAGE, "s", CONSENT));
        submit(visitors, new Input.Asked(PAGE, "ask-1", null, null, Input.Reply.NONE));
        submit(advisors, new Input.Claimed("ask-1", new Attendant("camille", "Camille", "Advisor", null)));

        submit(visitors, new Input.Typed(PAGE, "ask-1"));

        assertThat(whispered).containsExactly(new Effect.Typing("ask-1", "camille"));
    }

    @Test
    void the_page_that_another_node_let_in_hears_that_the_advisor_writes() {
        submit(visitors, new Input.Greeted(PAGE, "s", CONSENT));
        submit(visitors, new Input.Asked(PAGE, "ask-1", null, null, Input.Reply.NONE));
        submit(advisors, new Input.Claimed("ask-1", new Attendant("camille", "Camille", "Advisor", null)));
        var other = new Tab("node-1", "tab-2");
        submit(visitors, new Input.Greeted(other, "s", CONSENT));

        submit(advisors, new Input.Wording("ask-1", "camille"));

        assertThat(advisors.said).contains(new Effect.Wording("ask-1", List.of(PAGE, other)));
    }

    private static void submit(TestNode node, Input input) {
        Stores.get(node.flow.submit(VISITOR, input));
    }

    private DeskInbox whispering() {
        return new DeskInbox() {
            @Override
            public Uni<Void> tell(VisitorKey about, Due due) {
                return Uni.createFrom().voidItem();
            }

            @Override
            public void whisper(VisitorKey about, Effect.ForAdvisor effect) {
                whispered.add(effect);
            }
        };
    }
}
