package io.overture.client;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** Something that is wrong in what was sent, and where (a JSON pointer, RFC 6901). */
@RegisterForReflection
public record Flaw(String pointer, String detail) {}
