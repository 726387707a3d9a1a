package io.overture.desk;

import io.overture.visitor.Notice;
import io.overture.visitor.VisitorKey;
import org.jspecify.annotations.Nullable;

/**
 * Somebody in the boutique who matters now.
 *
 * @param reason the trigger in words, as the book in force describes it; null when it does not
 */
public record Here(VisitorKey who, Notice notice, @Nullable String reason, Talk talk) {

    /** Whether she talks with an advisor. */
    public enum Talk {
        NONE,
        /** One is being called for her. */
        WAITING,
        ATTENDED
    }
}
