package io.overture.store;

import io.overture.visitor.Attention;
import io.overture.visitor.Interest;
import io.overture.visitor.Stretches;
import io.overture.visitor.Track;
import java.io.IOException;

/** What she looks at, the largest part of a session. */
final class StoredAttention {

    private StoredAttention() {}

    static void write(Out out, Attention attention) throws IOException {
        out.open(3);
        out.map(attention.items(), Out::text, StoredAttention::interest);
        out.map(attention.tracks(), Out::text, StoredAttention::track);
        out.map(attention.unplaced(), Out::text, StoredMemory::recent);
        out.close();
    }

    static Attention read(In in) throws IOException {
        in.open();
        var attention = new Attention(
                in.map(In::text, StoredAttention::interest),
                in.map(In::text, StoredAttention::track),
                in.map(In::text, StoredMemory::recent));
        in.close();
        return attention;
    }

    private static void interest(Out out, Interest interest) throws IOException {
        out.open(5);
        StoredCart.item(out, interest.item());
        StoredMemory.recent(out, interest.views());
        out.list(interest.engaged().oldestFirst(), StoredAttention::stretch);
        out.map(interest.looks(), Out::text, StoredMemory::recent);
        out.instant(interest.touchedAt());
        out.close();
    }

    private static Interest interest(In in) throws IOException {
        in.open();
        var interest = new Interest(
                in.next(StoredCart::item),
                in.next(StoredMemory::recent),
                new Stretches(in.list(StoredAttention::stretch)),
                in.map(In::text, StoredMemory::recent),
                in.next(In::instant));
        in.close();
        return interest;
    }

    private static void stretch(Out out, Stretches.Stretch stretch) throws IOException {
        out.open(2);
        out.instant(stretch.from());
        out.instant(stretch.to());
        out.close();
    }

    private static Stretches.Stretch stretch(In in) throws IOException {
        in.open();
        var stretch = new Stretches.Stretch(in.next(In::instant), in.next(In::instant));
        in.close();
        return stretch;
    }

    private static void track(Out out, Track track) throws IOException {
        out.open(2);
        out.list(track.views(), StoredAttention::view);
        out.list(track.loose(), StoredAttention::loose);
        out.close();
    }

    private static Track track(In in) throws IOException {
        in.open();
        var track = new Track(in.list(StoredAttention::view), in.list(StoredAttention::loose));
        in.close();
        return track;
    }

    private static void view(Out out, Track.View view) throws IOException {
        out.open(2);
        out.instant(view.at());
        out.text(view.item());
        out.close();
    }

    private static Track.View view(In in) throws IOException {
        in.open();
        var view = new Track.View(in.next(In::instant), in.next(In::text));
        in.close();
        return view;
    }

    private static void loose(Out out, Track.Loose loose) throws IOException {
        out.open(3);
        out.instant(loose.at());
        out.text(loose.topic());
        out.duration(loose.time());
        out.close();
    }

    private static Track.Loose loose(In in) throws IOException {
        in.open();
        var loose = new Track.Loose(in.next(In::instant), in.maybe(In::text), in.next(In::duration));
        in.close();
        return loose;
    }
}
