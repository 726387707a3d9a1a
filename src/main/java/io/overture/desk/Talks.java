package io.overture.desk;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Conversations as whoever attends them sees them. */
public interface Talks {

    /** The {@code talk} frame, with what was said after {@code offset} of that epoch; empty when nobody knows it. */
    Uni<Optional<String>> frame(String conversation, @Nullable String epoch, long offset);
}
