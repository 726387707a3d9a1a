package io.overture.desk;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Conversations as whoever attends them sees them. */
public interface Talks {

    /**
     * The {@code talk} frame for an advisor, with what was said after {@code offset} of that epoch. If she does not attend
     * it there are no words in it, and its state is {@code handed} or {@code ended}. Empty when nobody knows it.
     */
    Uni<Optional<String>> frame(String conversation, String advisor, @Nullable String epoch, long offset);
}
