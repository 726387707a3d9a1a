package io.overture.visitor;

/** What may be kept. Absent is denied. */
public record Consent(boolean analyticsStorage, boolean personalizationStorage) {}
