package io.overture.dossier;

/** Who may read a field. */
enum Audience {
    /** Whoever attends her, partners of the house included. */
    EVERYONE,
    /** The house's own people. */
    HOUSE;

    boolean includes(Role role) {
        return switch (role) {
            case ADVISOR, LEAD -> true;
            case PARTNER -> this == EVERYONE;
        };
    }
}
