package io.overture.desk;

import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** What was said, for the consoles of those who attend. Kept for {@code overture.desk.transcript-retention}. */
public interface Transcripts {

    /**
     * Messages after {@code offset}, and notes from the message of that number on, so that none is missed: one may come
     * twice, at the same {@link Transcript.Line#place()}. All of it when {@code epoch} is null or another one.
     */
    Uni<Transcript> since(String conversation, @Nullable String epoch, long offset);
}
