package io.overture.visitor;

import org.jspecify.annotations.Nullable;

/** An invitation that ended, remembered so that a late answer gets the right word. {@code by} is the tab that answered. */
public record Closed(String id, Outcome outcome, @Nullable Tab by) {}
