package io.overture.roster;

/** The desks in force on this node. Ask at every use: another version may have come. */
public interface Roster {

    Desks inForce();
}
