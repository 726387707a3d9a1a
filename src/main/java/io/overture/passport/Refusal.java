package io.overture.passport;

import java.util.Locale;

/** Why a passport is not given or not honoured, as the page is answered and as it is counted. */
public enum Refusal {
    OFF(404, "There is nothing here"),
    /** Neither named, nor the only one there is. */
    REGION(400, "Say for which region, by its name"),
    NO_VISIT(403, "No visit is under way here in which this visitor may be recognised"),
    CONSENT(403, "A passport needs the visitor's consent to personalisation"),
    MALFORMED(400, "This is no passport"),
    UNKNOWN_REGION(403, "Passports of this region are not honoured here"),
    SIGNATURE(403, "The passport is not signed by the region it names"),
    AUDIENCE(403, "The passport is for another region"),
    EXPIRED(410, "The passport has expired"),
    USED(409, "The passport has been used"),
    /** The other region's keys cannot be fetched. */
    AWAY(503, "The other region cannot be asked; try again later"),
    STORE(503, "The store is away; try again later");

    private final int status;
    private final String title;

    Refusal(int status, String title) {
        this.status = status;
        this.title = title;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** The word for it in metrics. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
