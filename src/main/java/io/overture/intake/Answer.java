package io.overture.intake;

import java.util.Locale;

/** What a beacon gets to hear over HTTP, and by which word it is counted. */
enum Answer {
    FOLDED(204, "No Content"),
    INVALID(400, "The beacon is not valid"),
    REFUSED(403, "This origin may not speak for this site"),
    NOT_ALLOWED(405, "Beacons are posted"),
    TOO_LARGE(413, "A beacon has at most 65536 bytes"),
    UNSUPPORTED(415, "A beacon is application/json or text/plain, not encoded"),
    TOO_FAST(429, "Too many beacons; send it again later"),
    UNAVAILABLE(503, "The beacon may not have been taken; send it again later");

    private final int status;
    private final String title;

    Answer(int status, String title) {
        this.status = status;
        this.title = title;
    }

    int status() {
        return status;
    }

    String title() {
        return title;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
