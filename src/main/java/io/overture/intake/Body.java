package io.overture.intake;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a body up to a bound. What exceeds it is read on for a while and thrown away, since a client that is still
 * sending does not hear an answer; beyond that nobody listens any more.
 */
final class Body {

    static final int MOST_BYTES = 64 * 1024;
    static final int MOST_IGNORED = 1024 * 1024;

    /** What came of it. */
    sealed interface Received {
        record Whole(byte[] bytes) implements Received {}

        /** @param ended whether the client has said all it has to say */
        record TooLarge(boolean ended) implements Received {}
    }

    private final HttpServerRequest request;
    private final Consumer<Received> then;
    private @Nullable Buffer read;
    private long size;
    private boolean isOver;

    private Body(HttpServerRequest request, Consumer<Received> then) {
        this.request = request;
        this.then = then;
    }

    /** @param then called once, on the request's event loop; never if the client goes away or is hung up on */
    static void read(HttpServerRequest request, Consumer<Received> then) {
        new Body(request, then).read();
    }

    private void read() {
        if (announced() > MOST_IGNORED) {
            over(new Received.TooLarge(false));
            return;
        }
        if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
            if (announced() > MOST_BYTES) {
                over(new Received.TooLarge(false));
                return;
            }
            request.response().writeContinue();
        }
        request.handler(this::take);
        request.endHandler(nothing -> over(size > MOST_BYTES ? new Received.TooLarge(true) : whole()));
        request.exceptionHandler(gone -> isOver = true);
        request.resume();
    }

    private void take(Buffer part) {
        size += part.length();
        if (size > MOST_IGNORED) {
            over(new Received.TooLarge(false));
        } else if (size > MOST_BYTES) {
            read = null;
        } else {
            read = read == null
                    ? part
                    : Buffer.buffer((int) size).appendBuffer(read).appendBuffer(part);
        }
    }

    private Received whole() {
        return new Received.Whole(read == null ? new byte[0] : bytes(read));
    }

    /** Without a copy where a buffer is its array and no more: the codec made it for this body alone. */
    private static byte[] bytes(Buffer read) {
        var inner = read.getByteBuf();
        return inner.hasArray() && inner.arrayOffset() == 0 && inner.array().length == inner.readableBytes()
                ? inner.array()
                : read.getBytes();
    }

    private void over(Received received) {
        if (!isOver) {
            isOver = true;
            then.accept(received);
        }
    }

    private long announced() {
        var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }
}
