package io.overture.store;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One of several records that take each other's place: a word says which. */
final class OneOf<T> implements Kind<T> {

    private final String what;
    private final Writing<T> writing;
    private final Map<String, Tagged<? extends T>> byWord;

    /** By what it is: a {@code switch} that forgets none. */
    @FunctionalInterface
    interface Writing<T> {
        void write(Out out, T value) throws IOException;
    }

    private OneOf(String what, Writing<T> writing, List<Tagged<? extends T>> kinds) {
        this.what = what;
        this.writing = writing;
        this.byWord = kinds.stream().collect(Collectors.toUnmodifiableMap(Tagged::word, kind -> kind));
    }

    @SafeVarargs
    static <T> OneOf<T> oneOf(String what, Writing<T> writing, Tagged<? extends T>... kinds) {
        return new OneOf<>(what, writing, Arrays.asList(kinds));
    }

    @Override
    public void write(Out out, T value) throws IOException {
        writing.write(out, value);
    }

    @Override
    public T read(In in) throws IOException {
        in.open();
        var word = in.next(Kinds.TEXT);
        var kind = byWord.get(word);
        if (kind == null) {
            throw new IOException("there is no " + what + " under the word " + word);
        }
        return kind.readRest(in);
    }
}
