package io.overture.trigger;

import io.overture.visitor.Recent;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

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
        var attention = scene.attention();
        var byItem = attention.interests().stream().map(interest -> looks(interest.looks()));
        return sameItem
                ? byItem.map(window::over).reduce(Spans.NEVER, Spans::or)
                : window.over(Stream.concat(byItem.flatMap(List::stream), looks(attention.unplaced()).stream()));
    }

    private List<Instant> looks(Map<String, Recent> byTopic) {
        return topics.stream()
                .flatMap(topic -> byTopic.getOrDefault(topic, Recent.NEVER).newestFirst().stream())
                .toList();
    }

    @Override
    public Set<Aspect> aspects() {
        return EnumSet.of(Aspect.ATTENTION);
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
