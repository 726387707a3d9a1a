package io.overture.visitor;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Attention with its loose ends settled one after the other, everything copied each time: what settling means. */
public final class SettledOneByOne {

    private SettledOneByOne() {}

    public static Attention of(Attention attention) {
        var settled = attention;
        for (var track : new TreeMap<>(attention.tracks()).values()) {
            for (var loose : track.loose()) {
                settled = settle(settled, track, loose);
            }
        }
        return settled == attention ? attention : new Attention(settled.items(), Map.of(), settled.unplaced());
    }

    private static Attention settle(Attention attention, Track track, Track.Loose loose) {
        var item = track.itemAt(loose.at());
        var topic = loose.topic();
        if (item.isEmpty()) {
            return topic == null ? attention : unplaced(attention, topic, loose);
        }
        var items = Keep.with(
                attention.items(),
                item.get(),
                Interest.in(item.get()),
                interest -> topic == null
                        ? interest.engaged(new Stretches.Stretch(loose.at().minus(loose.time()), loose.at()))
                        : interest.looked(topic, loose.at()),
                Attention.MOST_ITEMS,
                Comparator.comparing(Interest::touchedAt));
        return new Attention(items, attention.tracks(), attention.unplaced());
    }

    private static Attention unplaced(Attention attention, String topic, Track.Loose loose) {
        if (!attention.unplaced().containsKey(topic) && attention.unplaced().size() == Interest.MOST_TOPICS) {
            return attention;
        }
        var next = new HashMap<>(attention.unplaced());
        next.merge(topic, Recent.NEVER.plus(loose.at()), Recent::plus);
        return new Attention(attention.items(), attention.tracks(), next);
    }
}
