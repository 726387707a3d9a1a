package io.overture.visitor;

/** What may be kept. Absent is denied. */
public record Consent(boolean analyticsStorage, boolean personalizationStorage) {

    /** What both allow. */
    public Consent and(Consent other) {
        return new Consent(
                analyticsStorage && other.analyticsStorage, personalizationStorage && other.personalizationStorage);
    }
}
