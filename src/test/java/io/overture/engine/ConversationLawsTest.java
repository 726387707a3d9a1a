package io.overture.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.overture.visitor.Attendant;
import io.overture.visitor.Conversation;
import io.overture.visitor.Due;
import io.overture.visitor.Handoff;
import io.overture.visitor.Message;
import io.overture.visitor.Stage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What holds of a conversation whatever she, two advisors, the desk and time do, in any order. */
class ConversationLawsTest {

    private static final List<String> ADVISORS = List.of("camille", "kenji");

    private final Map<Long, Message> said = new HashMap<>();
    private final Map<String, Integer> taken = new HashMap<>();

    @Property(tries = 200)
    void whateverHappens(@ForAll Random random) {
        said.clear();
        taken.clear();
        var shopper = new Shopper(TestBook.book().staffed()).hello().asks("ask-1");
        for (int i = 0; i < 120; i++) {
            if (random.nextInt(6) == 0) {
                shopper.waits(random.nextInt(40));
            } else {
                shopper.step(any(random));
            }
            shopper.last.visitor().due().forEach(this::isConsistent);
            if (random.nextBoolean()) {
                shopper.step(new Input.Told(
                        shopper.visitor.due().stream().map(Due::id).toList()));
            }
            var conversation = shopper.visitor.conversation();
            if (conversation != null) {
                isInOrder(conversation);
            } else {
                said.clear();
                taken.clear();
                shopper.asks("ask-1");
            }
        }
    }

    private static Input any(Random random) {
        var who = ADVISORS.get(random.nextInt(ADVISORS.size()));
        var id = "m-" + random.nextInt(12);
        return switch (random.nextInt(12)) {
            case 0, 1 -> new Input.Claimed("ask-1", new Attendant(who, who, "Advisor", null));
            case 2, 3 -> new Input.Spoke("ask-1", who, id, "words " + id);
            case 4, 5 -> new Input.Wrote(Shopper.TAB, "ask-1", id, "words " + id);
            case 6 -> new Input.Transferred("ask-1", who, random.nextBoolean() ? "kenji" : null);
            case 7 -> new Input.Lost("ask-1", who);
            case 8 -> new Input.Nobody("ask-1", random.nextInt(3));
            case 9 -> new Input.Read("ask-1", who, random.nextInt(20));
            case 10 -> new Input.Pointed("ask-1", who, new Handoff("video", "https://video.example"));
            default ->
                random.nextInt(4) == 0
                        ? new Input.Finished("ask-1", who, false)
                        : new Input.Saw(Shopper.TAB, "ask-1", random.nextInt(20));
        };
    }

    /** Numbers run without a gap, and what a number stands for never changes. */
    private void isInOrder(Conversation conversation) {
        var messages = conversation.messages();
        for (int i = 0; i < messages.size(); i++) {
            var message = messages.get(i);
            assertThat(message.offset()).isEqualTo(conversation.offset() - messages.size() + 1 + i);
            assertThat(said.computeIfAbsent(message.offset(), any -> message)).isEqualTo(message);
        }
        var ids = new HashSet<>();
        messages.forEach(each -> assertThat(ids.add(each.from() + each.id())).isTrue());
        assertThat(conversation.seenByAdvisor()).isLessThanOrEqualTo(conversation.offset());
        assertThat(conversation.seenByHer()).isLessThanOrEqualTo(conversation.offset());
        if (conversation.stage() instanceof Stage.Waiting waiting) {
            assertThat(waiting.round()).isLessThan(4);
        }
    }

    /** What the desk is told has a name of its own; a turn goes to one advisor at most. */
    private void isConsistent(Due due) {
        if (due instanceof Due.Taken joined) {
            var key = joined.advisor().id() + joined.turn();
            taken.putIfAbsent(key, joined.turn());
            var winners = new ArrayList<>(taken.keySet());
            winners.removeIf(each -> !each.endsWith(String.valueOf(joined.turn())));
            assertThat(winners.stream().filter(each -> taken.get(each) == joined.turn()))
                    .hasSize(1);
        }
    }
}
