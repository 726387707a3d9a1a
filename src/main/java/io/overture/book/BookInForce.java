package io.overture.book;

import io.overture.trigger.Book;

/**
 * A book as it is read, and as it was written.
 *
 * @param text what its author wrote, comments and all
 * @param digest of the text: two books with the same one are the same
 */
public record BookInForce(Book book, String text, String mediaType, String digest) {}
