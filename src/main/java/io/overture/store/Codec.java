package io.overture.store;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import io.overture.visitor.Thinning;
import io.overture.visitor.Visitor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A visitor as bytes: one of format, eight of nonce, then CBOR: {@code [steppedAt, alarm, visitor]}.
 *
 * <p>The format's number rises whenever a field is added, so that a release that does not know it neither loses nor
 * overwrites what it cannot read. A release reads its own format and those before it; each {@link Shape} says which added what.
 */
final class Codec {

    /** What this release writes unless told otherwise. */
    static final int CURRENT = 3;

    static final int OLDEST = 1;

    /** No value is larger. What is above it is thinned to three quarters of it, so that not every step thins again. */
    static final int MOST_BYTES = 64 * 1024;

    private static final int AMPLE_BYTES = MOST_BYTES / 4 * 3;

    private static final int HEADER = 1 + Long.BYTES;

    private static final CBORFactory CBOR = CBORFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(32).build())
            .build();

    /** Values are written one after the other on each thread. */
    private static final ThreadLocal<Cbor> ROOM = ThreadLocal.withInitial(Cbor::new);

    private final int format;

    /** @param writeFormat the format to write, during a rolling deploy perhaps the one before */
    Codec(int writeFormat) {
        if (writeFormat < OLDEST || writeFormat > CURRENT) {
            throw new IllegalArgumentException("overture.store.write-format is " + writeFormat
                    + ", but this release writes from " + OLDEST + " to " + CURRENT);
        }
        this.format = writeFormat;
    }

    /** A visitor as she fits, and as bytes. */
    record Fitted(Visitor visitor, byte[] bytes) {}

    /** Within {@link #MOST_BYTES}, whatever of her must go for it; see {@link Thinning}. */
    Fitted fit(long nonce, Visitor visitor, @Nullable Instant alarm) {
        var fitted = new Fitted(visitor, encode(nonce, visitor, alarm));
        int most = fitted.bytes.length > MOST_BYTES ? AMPLE_BYTES : MOST_BYTES;
        while (fitted.bytes.length > most) {
            var thinner = Thinning.of(fitted.visitor);
            if (thinner.isEmpty()) {
                break;
            }
            fitted = new Fitted(thinner.get(), encode(nonce, thinner.get(), alarm));
        }
        return fitted;
    }

    byte[] encode(long nonce, Visitor visitor, @Nullable Instant alarm) {
        var to = ROOM.get();
        to.begin();
        to.raw(format);
        for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            to.raw((int) (nonce >>> shift));
        }
        to.openNamespace();
        try {
            var out = new Out(to, visitor.steppedAt(), format);
            out.open(3);
            out.number(visitor.steppedAt().toEpochMilli());
            if (alarm == null) {
                out.nothing();
            } else {
                out.instant(alarm);
            }
            StoredVisitor.VISITOR.write(out, visitor);
            out.close();
            return to.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            to.begin();
        }
    }

    /** @throws Unreadable when it cannot be read: what is not understood is left as it is */
    Stored decode(byte[] bytes) {
        if (bytes.length <= HEADER) {
            throw new Unreadable("too_short", bytes.length, "a stored visitor is shorter than its header", null);
        }
        if (bytes[0] < OLDEST || bytes[0] > CURRENT) {
            throw new Unreadable(
                    "unknown_format",
                    0,
                    "a stored visitor has format " + bytes[0] + ", but this release reads from "
                            + OLDEST + " to " + CURRENT
                            + ": a newer release wrote it, which should write an older format"
                            + " (overture.store.write-format) until every node is of its kind",
                    null);
        }
        try (var parser = CBOR.createParser(bytes, HEADER, bytes.length - HEADER)) {
            return decode(bytes, parser);
        } catch (IOException e) {
            throw broken(HEADER, e);
        }
    }

    private static Stored decode(byte[] bytes, JsonParser parser) {
        try {
            parser.nextToken();
            var in = new In(parser, bytes[0]);
            in.open();
            var steppedAt = Instant.ofEpochMilli(in.next(Kinds.NUMBER));
            in.base(steppedAt);
            var alarm = in.maybe(Kinds.INSTANT);
            var visitor = in.next(StoredVisitor.VISITOR);
            in.close();
            return new Stored(ByteBuffer.wrap(bytes, 1, Long.BYTES).getLong(), visitor, alarm, bytes.length);
        } catch (IOException | RuntimeException e) {
            throw broken(parser.currentLocation().getByteOffset(), e);
        }
    }

    private static Unreadable broken(long at, Exception cause) {
        return new Unreadable("broken", at, "a stored visitor cannot be read", cause);
    }

    /** A nonce as it stands in the value. */
    static byte[] nonce(long nonce) {
        return ByteBuffer.allocate(Long.BYTES).putLong(nonce).array();
    }
}
