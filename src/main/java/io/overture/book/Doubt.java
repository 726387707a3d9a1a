package io.overture.book;

/**
 * Something a valid book says that will not happen in this house.
 *
 * @param pointer to it in the book, as an RFC 6901 pointer
 * @param trigger whose it is; empty: the whole book's
 * @param says a sentence for the person who wrote the book
 */
public record Doubt(String pointer, String trigger, String says) {}
