package io.overture.intake;

/** Something wrong in what was sent: where (a JSON pointer, RFC 6901), and what. */
public record Flaw(String pointer, String detail) {}
