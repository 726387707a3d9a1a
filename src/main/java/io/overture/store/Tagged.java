package io.overture.store;

import java.io.IOException;

/** A record that is one of several kinds: the word for its own stands before its fields. */
record Tagged<T>(String word, Shape<T> shape) implements Kind<T> {

    static <T> Tagged<T> tagged(String word, Shape<T> shape) {
        return new Tagged<>(word, shape);
    }

    @Override
    public void write(Out out, T value) throws IOException {
        out.row().word(word);
        shape.write(out, value);
    }

    @Override
    public T read(In in) throws IOException {
        in.open();
        if (!in.next(Kinds.TEXT).equals(word)) {
            throw new IOException("a record under the word " + word + " was expected");
        }
        return readRest(in);
    }

    /** After the word. */
    T readRest(In in) throws IOException {
        in.row().word(word);
        return shape.read(in);
    }
}
