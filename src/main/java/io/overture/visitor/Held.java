package io.overture.visitor;

import java.time.Instant;

/** A moment that holds: since when, until when if nothing else happens, and what became of it. */
public record Held(Instant since, Instant until, Verdict verdict) {}
