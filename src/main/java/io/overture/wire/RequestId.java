package io.overture.wire;

import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * By what a request's answer, its problem and its lines in the log are known as one. A sender's own is taken when it is
 * well-formed: 1 to 64 letters, digits, and {@code . _ -}. It is no secret, and one that is made need not be hard to guess.
 */
public final class RequestId {

    public static final String HEADER = "X-Request-Id";

    /** Its name in problems and in the log. */
    public static final String MEMBER = "requestId";

    static final int LONGEST = 64;

    private static final CharSequence NAME = HttpHeaders.createOptimized(HEADER);

    private RequestId() {}

    /** In the answer from here on. */
    static void give(HttpServerRequest request) {
        var sent = request.headers().get(NAME);
        request.response().putHeader(NAME, sent != null && isWellFormed(sent) ? sent : made());
    }

    /** Of the request this answers; null where none was given, as in a test without a doorway. */
    public static @Nullable String of(HttpServerResponse response) {
        return response.headers().get(NAME);
    }

    /** In the lines that are logged for this request from here on, and in no others. */
    static void log(HttpServerRequest request) {
        var id = of(request.response());
        if (id != null && VertxContext.isOnDuplicatedContext()) {
            MDC.put(MEMBER, id);
        }
    }

    /** In the lines that are logged meanwhile: where there are many requests, and few of them log anything. */
    public static void log(@Nullable String id, Runnable lines) {
        if (id == null) {
            lines.run();
            return;
        }
        var before = MDC.get(MEMBER);
        MDC.put(MEMBER, id);
        try {
            lines.run();
        } finally {
            if (before == null) {
                MDC.remove(MEMBER);
            } else {
                MDC.put(MEMBER, before);
            }
        }
    }

    /** For those who are told no more than the request: it carries the id from here on, whoever made it. */
    static void carry(HttpServerRequest request) {
        var id = of(request.response());
        if (id != null) {
            request.headers().set(NAME, id);
        }
    }

    private static String made() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    }

    static boolean isWellFormed(String id) {
        if (id.isEmpty() || id.length() > LONGEST) {
            return false;
        }
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            boolean isLetter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
            if (!isLetter && !(c >= '0' && c <= '9') && c != '.' && c != '_' && c != '-') {
                return false;
            }
        }
        return true;
    }
}
