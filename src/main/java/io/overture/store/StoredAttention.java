package io.overture.store;

import static io.overture.store.Kinds.DURATION;
import static io.overture.store.Kinds.SHARED_TEXT;
import static io.overture.store.Kinds.TEXT;
import static io.overture.store.Kinds.list;
import static io.overture.store.Kinds.map;
import static io.overture.store.StoredMemory.RECENT;

import io.overture.visitor.Attention;
import io.overture.visitor.Interest;
import io.overture.visitor.SharedValues;
import io.overture.visitor.Stretches;
import io.overture.visitor.Track;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** What she looks at, the largest part of a session. */
final class StoredAttention {

    /** A list of records of two instants. */
    private static final Kind<Stretches> STRETCHES = new Kind<>() {
        @Override
        public void write(Out out, Stretches stretches) throws IOException {
            out.open(stretches.size());
            for (int i = 0; i < stretches.size(); i++) {
                out.open(2);
                out.millis(stretches.from(i));
                out.millis(stretches.to(i));
                out.close();
            }
            out.close();
        }

        @Override
        public Stretches read(In in) throws IOException {
            return Stretches.ofMillis(in.listOfMillis(2));
        }
    };

    private static final Shape<Interest> INTEREST = row -> {
        row.open(5);
        var item = row.field(Interest::item, StoredCart.ITEM);
        var views = row.field(Interest::views, RECENT);
        var engaged = row.field(Interest::engaged, STRETCHES);
        var looks = row.field(Interest::looks, StoredMemory.RECENT_BY_NAME);
        var touchedAt = row.instant(Interest::touchedAt);
        return row.isWritten() ? row.written() : new Interest(item, views, engaged, looks, touchedAt);
    };

    private static final Shape<Track.View> VIEW = row -> {
        row.open(2);
        var at = row.instant(Track.View::at);
        var item = row.text(Track.View::item);
        return row.isWritten() ? row.written() : new Track.View(at, SharedValues.shared(item));
    };

    private static final Shape<Track.Loose> LOOSE = row -> {
        row.open(3);
        var at = row.instant(Track.Loose::at);
        var topic = row.maybeText(Track.Loose::topic);
        var time = row.field(Track.Loose::time, DURATION);
        return row.isWritten()
                ? row.written()
                : new Track.Loose(at, topic == null ? null : SharedValues.shared(topic), time);
    };

    private static final Kind<List<Track.View>> VIEWS = list(VIEW);

    private static final Kind<List<Track.Loose>> ALL_LOOSE = list(LOOSE);

    private static final Shape<Track> TRACK = row -> {
        row.open(2);
        var views = row.field(Track::views, VIEWS);
        var loose = row.field(Track::loose, ALL_LOOSE);
        return row.isWritten() ? row.written() : new Track(views, loose);
    };

    private static final Kind<Map<String, Interest>> INTERESTS = map(SHARED_TEXT, INTEREST);

    private static final Kind<Map<String, Track>> TRACKS = map(TEXT, TRACK);

    static final Shape<Attention> ATTENTION = row -> {
        row.open(3);
        var items = row.field(Attention::items, INTERESTS);
        var tracks = row.field(Attention::tracks, TRACKS);
        var unplaced = row.field(Attention::unplaced, StoredMemory.RECENT_BY_NAME);
        return row.isWritten() ? row.written() : new Attention(items, tracks, unplaced);
    };

    private StoredAttention() {}
}
