package io.overture.visitor;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What she looks at: items by id, and the trail of each page load.
 *
 * @param items at most 64, the least recently touched going first
 * @param tracks by source, in that order, at most 32
 * @param unplaced looks at details that belong to no item, by topic
 */
public record Attention(Map<String, Interest> items, Map<String, Track> tracks, Map<String, Recent> unplaced) {

    public static final int MOST_ITEMS = 64;
    public static final int MOST_TRACKS = 32;
    public static final Attention NONE = new Attention(Map.of(), Map.of(), Map.of());

    public Attention {
        items = SmallMap.copyOf(items);
        tracks = SmallMap.copyOf(tracks);
        unplaced = SmallMap.copyOf(unplaced);
    }

    Attention viewed(String source, Item item, Instant at) {
        var next = on(item.id(), interest -> interest.viewed(item, at));
        var viewed = next.items.get(item.id());
        var id = viewed == null ? item.id() : viewed.item().id();
        return next.along(source, track -> track.viewed(id, at));
    }

    Attention looked(String source, Meaning.Looked look, Instant at) {
        return look.item() == null
                ? loosely(source, new Track.Loose(at, SharedValues.shared(look.topic()), Duration.ZERO))
                : on(look.item(), interest -> interest.looked(look.topic(), at));
    }

    Attention engaged(String source, Meaning.Engaged time, Instant at) {
        return switch (time.on()) {
            case Meaning.On.AnItem item -> on(item.id(), i -> i.engaged(stretch(at, time.time())));
            case Meaning.On.LastViewed last -> loosely(source, new Track.Loose(at, null, time.time()));
            case Meaning.On.APage page -> this;
        };
    }

    /** The same with every loose end given to the item its page showed; by the pages' names, so that every node settles alike. */
    public Attention settled() {
        var settling = new Settling();
        for (var track : tracks.values()) {
            for (int i = 0; i < track.loose().size(); i++) {
                settling.settle(track, i);
            }
        }
        return settling.isIdle() ? this : new Attention(settling.items.map(), Map.of(), settling.unplaced);
    }

    public Collection<Interest> interests() {
        return items.values();
    }

    Attention withFewerItems() {
        var fewer = Keep.half(items, 1, Comparator.comparing(Interest::touchedAt));
        return fewer == items ? this : new Attention(fewer, tracks, unplaced);
    }

    Attention withFewerTracks() {
        var fewer = Keep.half(tracks, 1, Comparator.comparing(Track::touchedAt));
        return fewer == tracks ? this : new Attention(items, fewer, unplaced);
    }

    Attention withoutUnplaced() {
        return unplaced.isEmpty() ? this : new Attention(items, tracks, Map.of());
    }

    /** With no more than name and price of what is left. */
    Attention withBareItems() {
        var bare = new HashMap<String, Interest>();
        items.forEach((id, interest) -> bare.put(id, interest.bare()));
        return bare.equals(items) ? this : new Attention(bare, tracks, unplaced);
    }

    /** The same of the cart's item, if it is equal to one that she viewed. */
    Item same(Item item) {
        var interest = items.get(item.id());
        return interest != null && interest.item().equals(item) ? interest.item() : item;
    }

    private Attention on(String item, UnaryOperator<Interest> change) {
        return new Attention(
                Keep.with(
                        items,
                        SharedValues.shared(item),
                        Interest.in(item),
                        change,
                        MOST_ITEMS,
                        Comparator.comparing(Interest::touchedAt)),
                tracks,
                unplaced);
    }

    private Attention along(String source, UnaryOperator<Track> change) {
        return new Attention(
                items,
                Keep.with(tracks, source, Track.EMPTY, change, MOST_TRACKS, Comparator.comparing(Track::touchedAt)),
                unplaced);
    }

    private Attention loosely(String source, Track.Loose loose) {
        var next = along(source, track -> track.plus(loose));
        var track = next.tracks.get(source);
        if (track == null || !track.isFull()) {
            return next;
        }
        var settling = next.new Settling();
        settling.settle(track, 0);
        return new Attention(settling.items.map(), next.tracks, settling.unplaced)
                .along(source, Track::withoutOldestLoose);
    }

    private static Stretches.Stretch stretch(Instant to, Duration length) {
        return new Stretches.Stretch(to.minus(length), to);
    }

    /** Loose ends on their way to where they belong. */
    private final class Settling {

        private SmallMap.Draft<String, Interest> items = new SmallMap.Draft<>(Attention.this.items);
        private Map<String, Recent> unplaced = Attention.this.unplaced;
        private boolean isIdle = true;

        boolean isIdle() {
            return isIdle;
        }

        void settle(Track track, int loose) {
            long at = track.looseAt(loose);
            var item = track.itemAt(at);
            var topic = track.looseTopic(loose);
            if (item != null) {
                give(item, topic, at, track.looseMillis(loose));
            } else if (topic != null) {
                keep(topic, at);
            }
        }

        private void give(String item, @Nullable String topic, long at, long time) {
            var known = items.get(item);
            var had = known == null ? Interest.in(item) : known;
            items.put(item, topic == null ? had.engaged(at - time, at) : had.looked(topic, at));
            isIdle = false;
            if (items.size() > MOST_ITEMS) {
                items = new SmallMap.Draft<>(
                        Keep.newest(items.map(), MOST_ITEMS, Comparator.comparing(Interest::touchedAt)));
            }
        }

        private void keep(String topic, long at) {
            var known = unplaced.get(topic);
            if (known != null || unplaced.size() < Interest.MOST_TOPICS) {
                unplaced = SmallMap.with(unplaced, topic, (known == null ? Recent.NEVER : known).plus(at));
                isIdle = false;
            }
        }
    }
}
