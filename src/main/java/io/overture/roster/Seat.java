package io.overture.roster;

/** An advisor at her desk. */
public record Seat(Desk desk, Advisor advisor) {}
