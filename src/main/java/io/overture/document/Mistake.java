package io.overture.document;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Something wrong with a text.
 *
 * @param pointer where, as an RFC 6901 pointer; of what is missing, where it should stand
 * @param detail a sentence for the person who wrote the book
 */
@RegisterForReflection
public record Mistake(String pointer, String detail) {}
