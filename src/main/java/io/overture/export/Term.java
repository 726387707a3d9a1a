package io.overture.export;

/**
 * One node's time as the exporter.
 *
 * @param number rises with each change of the exporter; what an earlier one saves is refused
 * @param cursor where it begins; empty: at the oldest record there is
 */
record Term(long number, String cursor) {}
