package io.overture.desk;

import io.overture.visitor.Notice;
import io.overture.visitor.VisitorKey;
import org.jspecify.annotations.Nullable;

/**
 * Somebody in the boutique who matters now.
 *
 * @param reason the trigger in words, as the book in force describes it; null when it does not
 * @param waiting whether an advisor is being called for her
 */
public record Here(VisitorKey who, Notice notice, @Nullable String reason, boolean waiting) {}
