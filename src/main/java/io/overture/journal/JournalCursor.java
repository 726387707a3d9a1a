package io.overture.journal;

import io.overture.visitor.Handle;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;

/**
 * How far a reader has come in the journal: its place in each of the 256 shards. As text it is opaque, fits into a URL
 * (at most some 3500 characters) and means the same at every node.
 */
public record JournalCursor(List<Place> places) {

    /**
     * In one shard.
     *
     * @param last the newest record the reader has
     * @param count how many were ever written up to it, which tells what was trimmed unread; {@link #FROM_OLDEST} when the
     *     reader begins with whatever is still there
     */
    record Place(StreamId last, long count) {

        static final long FROM_OLDEST = -1;

        static final Place START = new Place(StreamId.ZERO, FROM_OLDEST);

        /** Of a shard in which nothing was ever written. */
        static final Place EMPTY = new Place(StreamId.ZERO, 0);
    }

    /** Before the oldest record that is kept. */
    public static final JournalCursor START = new JournalCursor(Collections.nCopies(Handle.SHARDS, Place.START));

    /*
     * Version, then the smallest instant there is (8 bytes), then of each shard: 0 for START, 1 for EMPTY, or
     * 2 + 2 * (milliseconds since that instant) + (1 if the number within the millisecond follows), [number,] count.
     * Numbers are 7 bits a byte, the lowest first.
     */
    private static final byte VERSION = 1;

    private static final int HEADER = 1 + Long.BYTES;
    private static final int MOST_BYTES = HEADER + Handle.SHARDS * 3 * 10;
    private static final int START_CODE = 0;
    private static final int EMPTY_CODE = 1;
    private static final int FIRST_CODE = 2;

    public JournalCursor {
        places = List.copyOf(places);
        if (places.size() != Handle.SHARDS) {
            throw new IllegalArgumentException("a cursor has a place in each shard");
        }
    }

    /** As {@link #text} wrote it; fails with {@link IllegalArgumentException} on anything else. */
    public static JournalCursor parse(String text) {
        try {
            return read(ByteBuffer.wrap(Base64.getUrlDecoder().decode(text)));
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("That is no cursor of the journal", e);
        }
    }

    private static JournalCursor read(ByteBuffer in) {
        if (in.get() != VERSION) {
            throw new IllegalArgumentException("another version");
        }
        long since = in.getLong();
        if (since < 0) {
            throw new IllegalArgumentException("before time");
        }
        var places = new ArrayList<Place>(Handle.SHARDS);
        for (int shard = 0; shard < Handle.SHARDS; shard++) {
            long code = number(in);
            if (code < FIRST_CODE) {
                places.add(code == START_CODE ? Place.START : Place.EMPTY);
            } else {
                long millis = Math.addExact(since, (code - FIRST_CODE) / 2);
                long number = code % 2 == 1 ? number(in) : 0;
                places.add(new Place(new StreamId(millis, number), number(in)));
            }
        }
        if (in.hasRemaining()) {
            throw new IllegalArgumentException("more than a cursor");
        }
        return new JournalCursor(places);
    }

    public String text() {
        long since = places.stream()
                .mapToLong(place -> place.last().millis())
                .filter(millis -> millis > 0)
                .min()
                .orElse(0);
        var out = ByteBuffer.allocate(MOST_BYTES).put(VERSION).putLong(since);
        for (var place : places) {
            write(out, place, since);
        }
        var bytes = new byte[out.flip().remaining()];
        out.get(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static void write(ByteBuffer out, Place place, long since) {
        if (place.last().equals(StreamId.ZERO)) {
            put(out, place.count() == Place.FROM_OLDEST ? START_CODE : EMPTY_CODE);
            return;
        }
        long number = place.last().number();
        put(out, FIRST_CODE + 2 * (place.last().millis() - since) + (number == 0 ? 0 : 1));
        if (number != 0) {
            put(out, number);
        }
        put(out, place.count());
    }

    private static void put(ByteBuffer out, long number) {
        long rest = number;
        while (rest > 0x7F) {
            out.put((byte) (rest & 0x7F | 0x80));
            rest >>>= 7;
        }
        out.put((byte) rest);
    }

    private static long number(ByteBuffer in) {
        long number = 0;
        for (int shift = 0; shift < Long.SIZE - 1; shift += 7) {
            byte next = in.get();
            number |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                return number;
            }
        }
        throw new IllegalArgumentException("a number that is too large");
    }

    Place in(int shard) {
        return places.get(shard);
    }

    JournalCursor with(List<JournalReach> read) {
        var moved = new ArrayList<>(places);
        read.forEach(each -> moved.set(each.shard(), each.place()));
        return new JournalCursor(moved);
    }
}
