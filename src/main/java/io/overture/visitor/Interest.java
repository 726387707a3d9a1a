package io.overture.visitor;

import java.time.Instant;
import java.util.Map;

/**
 * Everything she did with one item in this session.
 *
 * @param item as its latest {@code view_item} named it
 * @param views when it was viewed
 * @param engaged time spent on it
 * @param looks when each topic's detail was looked at
 * @param touchedAt the latest of all this
 */
public record Interest(Item item, Recent views, Stretches engaged, Map<String, Recent> looks, Instant touchedAt) {

    /** Topics remembered per item: the fifteen known ones and as many again. */
    static final int MOST_TOPICS = 30;

    public Interest {
        looks = SmallMap.copyOf(looks);
    }

    static Interest in(String itemId) {
        return new Interest(Item.unknown(itemId), Recent.NEVER, Stretches.NONE, Map.of(), Instant.EPOCH);
    }

    Interest viewed(Item seen, Instant at) {
        boolean latest = views.last().map(last -> !at.isBefore(last)).orElse(true);
        return new Interest(
                latest && !seen.equals(item) ? seen.shared() : item,
                views.plus(at),
                engaged,
                looks,
                Keep.later(touchedAt, at));
    }

    Interest looked(String topic, Instant at) {
        return looked(topic, at.toEpochMilli());
    }

    /** @param at in epoch milliseconds */
    Interest looked(String topic, long at) {
        if (!looks.containsKey(topic) && looks.size() == MOST_TOPICS) {
            return this;
        }
        var next = looks.getOrDefault(topic, Recent.NEVER).plus(at);
        return new Interest(item, views, engaged, SmallMap.with(looks, SharedValues.shared(topic), next), touched(at));
    }

    Interest bare() {
        return new Interest(
                new Item(item.id(), item.name(), null, Category.NONE, item.price()),
                views,
                engaged,
                Map.of(),
                touchedAt);
    }

    Interest engaged(Stretches.Stretch stretch) {
        return engaged(stretch.from().toEpochMilli(), stretch.to().toEpochMilli());
    }

    /** @param from in epoch milliseconds, as {@code to} */
    Interest engaged(long from, long to) {
        return new Interest(item, views, engaged.plus(from, to), looks, touched(to));
    }

    private Instant touched(long at) {
        return touchedAt.toEpochMilli() >= at ? touchedAt : Instant.ofEpochMilli(at);
    }
}
