package io.overture.redis;

import java.util.Arrays;
import java.util.List;

/** Why the store did not do what was asked of it; the word is that of metrics, health and logs. */
public enum Reason {
    /** It could not be asked, or did not answer in time. */
    AWAY("store"),
    /** It has no memory left for what would be written, or too little for those nothing is kept of yet. */
    FULL("full", "OOM command not allowed"),
    /** It cannot save what it has, and takes nothing more until it can. */
    NOT_SAVING("not_saving", "MISCONF"),
    /** It has fewer replicas than it was told to have before it writes. */
    NO_REPLICAS("no_replicas", "NOREPLICAS"),
    /** Our user there may not do it: its list is an older one, or another's. */
    NOT_ALLOWED("not_allowed", "NOPERM", "The user executing the script can't", "ACL failure in script"),
    /** What is stored is not understood: a newer release wrote it, or it is broken. */
    UNREADABLE("unreadable");

    private final String word;
    private final List<String> redis;

    Reason(String word, String... redis) {
        this.word = word;
        this.redis = List.of(redis);
    }

    public String word() {
        return word;
    }

    /** Those for which Redis is there, answers what it is asked, and refuses to write. */
    public static List<Reason> ofWrites() {
        return Arrays.stream(values()).filter(Reason::isOfWrites).toList();
    }

    boolean isOfWrites() {
        return !redis.isEmpty();
    }

    /** By Redis' own words, which a script that failed passes on. */
    static Reason of(Throwable failure) {
        var said = String.valueOf(failure.getMessage());
        return ofWrites().stream()
                .filter(reason -> reason.redis.stream().anyMatch(said::contains))
                .findFirst()
                .orElse(AWAY);
    }
}
