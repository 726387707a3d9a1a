package io.overture.store;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.fasterxml.jackson.dataformat.cbor.CBORGenerator;
import io.overture.visitor.Thinning;
import io.overture.visitor.Visitor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A visitor as bytes: one of format, eight of nonce, then CBOR: {@code [steppedAt, alarm, visitor]}.
 *
 * <p>The format's number rises whenever a component is added, so that a release that does not know it neither loses nor
 * overwrites what it cannot read. A release reads its own format and the one before it.
 */
final class Codec {

    /** What this release writes unless told otherwise. */
    static final int CURRENT = 2;

    static final int OLDEST = 1;

    /** From here on the newest word on consent is kept, and when an invitation was put away. */
    static final int CONSENT_WORDS = 2;

    /** From here on orders tell what was given back. */
    static final int REFUNDS = 2;

    /** From here on moments are spent by a conversation. */
    static final int SPENT_MOMENTS = 2;

    /** From here on an invitation has words for "not now". */
    static final int NOT_NOW = 2;

    /** From here on it is due to tell whose browser it is; a release before would not know the word. */
    static final int RECOGNITIONS = 2;

    /** No value is larger. What is above it is thinned to three quarters of it, so that not every step thins again. */
    static final int MOST_BYTES = 64 * 1024;

    private static final int AMPLE_BYTES = MOST_BYTES / 4 * 3;

    private static final int HEADER = 1 + Long.BYTES;
    private static final int USUAL_SIZE = 4096;

    private static final CBORFactory CBOR = CBORFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(32).build())
            .enable(CBORGenerator.Feature.STRINGREF)
            .build();

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
        var bytes = new ByteArrayOutputStream(USUAL_SIZE);
        bytes.write(format);
        bytes.writeBytes(nonce(nonce));
        try (var generator = CBOR.createGenerator(bytes)) {
            var out = new Out(generator, visitor.steppedAt(), format);
            out.open(3);
            out.number(visitor.steppedAt().toEpochMilli());
            out.instant(alarm);
            StoredVisitor.write(out, visitor);
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Fails with {@link StoreUnavailable} when it cannot be read: what is not understood is left as it is. */
    Stored decode(byte[] bytes) {
        if (bytes.length <= HEADER) {
            throw new StoreUnavailable(Reason.UNREADABLE, "a stored visitor is shorter than its header");
        }
        if (bytes[0] < OLDEST || bytes[0] > CURRENT) {
            throw new StoreUnavailable(
                    Reason.UNREADABLE,
                    "a stored visitor has format " + bytes[0] + ", but this release reads from "
                            + OLDEST + " to " + CURRENT
                            + ": a newer release wrote it, which should write an older format"
                            + " (overture.store.write-format) until every node is of its kind");
        }
        try (var parser = CBOR.createParser(bytes, HEADER, bytes.length - HEADER)) {
            parser.nextToken();
            var in = new In(parser, bytes[0]);
            in.open();
            var steppedAt = Instant.ofEpochMilli(in.next(In::number));
            in.base(steppedAt);
            var alarm = in.maybe(In::instant);
            var visitor = in.next(i -> StoredVisitor.read(i, steppedAt));
            in.close();
            return new Stored(ByteBuffer.wrap(bytes, 1, Long.BYTES).getLong(), visitor, alarm, bytes.length);
        } catch (IOException | RuntimeException e) {
            throw new StoreUnavailable(Reason.UNREADABLE, "a stored visitor cannot be read", e);
        }
    }

    /** A nonce as it stands in the value. */
    static byte[] nonce(long nonce) {
        return ByteBuffer.allocate(Long.BYTES).putLong(nonce).array();
    }
}
