package io.overture.visitor;

/** The words of an invitation, approved, in one language. */
public record Copy(String title, String text, String accept, String decline) {}
