package io.overture.dossier;

/** As what somebody reads: of the house, in charge of it, or working for it elsewhere. */
public enum Role {
    ADVISOR,
    LEAD,
    PARTNER
}
