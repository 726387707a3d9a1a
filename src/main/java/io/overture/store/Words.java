package io.overture.store;

import java.io.IOException;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** An enum's constants by their stored words, which stay when a constant gets another name. */
final class Words<E extends Enum<E>> implements Kind<E> {

    private final Class<E> type;
    private final Function<E, String> word;
    private final Map<E, String> words;
    private final Map<String, E> byWord;

    private Words(Class<E> type, Function<E, String> word) {
        this.type = type;
        this.word = word;
        this.words = new EnumMap<>(type);
        for (var constant : type.getEnumConstants()) {
            words.put(constant, word.apply(constant));
        }
        this.byWord = words.keySet().stream().collect(Collectors.toUnmodifiableMap(words::get, constant -> constant));
    }

    /** @param word a {@code switch} that forgets no constant; no two have the same */
    static <E extends Enum<E>> Words<E> of(Class<E> type, Function<E, String> word) {
        return new Words<>(type, word);
    }

    /** By constant, in their order. */
    Map<E, String> words() {
        return Collections.unmodifiableMap(words);
    }

    @Override
    public void write(Out out, E value) throws IOException {
        out.text(word.apply(value));
    }

    @Override
    public E read(In in) throws IOException {
        var word = in.text();
        var constant = byWord.get(word);
        if (constant == null) {
            throw new IOException("no " + type.getSimpleName() + " is stored as " + word);
        }
        return constant;
    }
}
