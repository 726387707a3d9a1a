package io.overture.dossier;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** A dossier was opened: by whom, in which role, for which conversation, and when (epoch milliseconds). */
@RegisterForReflection
public record Opening(String id, long at, String who, String role, String conversation) {}
