package io.overture.redis;

import io.smallrye.mutiny.Uni;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What is done once it is known what became of a question: told once, on the event loop it was asked from, if it was one. */
@FunctionalInterface
public interface Callback<T extends @Nullable Object> {

    /**
     * @param said null also where nothing is what there is to say
     * @param failure null: there was none
     */
    void hear(@Nullable T said, @Nullable Throwable failure);

    /** The same question for whoever goes on with a {@link Uni}: asked once it is subscribed to. */
    static <T extends @Nullable Object> Uni<T> uni(Consumer<Callback<T>> question) {
        return Uni.createFrom()
                .emitter(emitter -> question.accept((said, failure) -> {
                    if (failure == null) {
                        emitter.complete(said);
                    } else {
                        emitter.fail(failure);
                    }
                }));
    }
}
