package io.overture.trigger;

import io.overture.visitor.Recent;
import java.util.List;
import java.util.Map;

/**
 * Looks at details of certain topics.
 *
 * @param sameItem whether all of them must be of one item
 */
public record Details(List<String> topics, Window window, boolean sameItem) implements Condition {

    public Details {
        topics = List.copyOf(topics);
    }

    @Override
    public Spans holds(Scene scene) {
        return sameItem ? ofOneItem(scene) : ofAny(scene);
    }

    private Spans ofOneItem(Scene scene) {
        var spans = Spans.NEVER;
        for (var interest : scene.interests()) {
            if (!interest.looks().isEmpty()) {
                var times = scene.times(window.atLeast());
                add(interest.looks(), times);
                spans = spans.or(window.over(times));
            }
        }
        return spans;
    }

    private Spans ofAny(Scene scene) {
        var times = scene.times(window.atLeast());
        for (var interest : scene.interests()) {
            add(interest.looks(), times);
        }
        add(scene.attention().unplaced(), times);
        return window.over(times);
    }

    private void add(Map<String, Recent> byTopic, Times times) {
        for (int i = 0; i < topics.size(); i++) {
            times.add(byTopic.getOrDefault(topics.get(i), Recent.NEVER));
        }
    }

    @Override
    public List<Dependency> dependencies() {
        return Dependency.on(Aspect.LOOKS, topics);
    }

    @Override
    public String words() {
        return Words.of("details")
                .with("topics", topics)
                .with("atLeast", window.atLeast())
                .with("within", window.within())
                .with("sameItem", sameItem ? true : null)
                .toString();
    }
}
