package io.overture.store;

import java.io.IOException;
import java.util.function.Function;

/** How values of a type are kept: one description, by which they are written and read. */
interface Kind<V> {

    void write(Out out, V value) throws IOException;

    /** The token it begins with has been read already. */
    V read(In in) throws IOException;

    /** What holds such a value and nothing else. */
    default <W> Kind<W> as(Function<V, W> read, Function<W, V> written) {
        return new As<>(this, read, written);
    }

    /** In formats before this one it was kept otherwise. */
    default Kind<V> before(int format, Kind<V> older) {
        return new Since<>(format, this, older);
    }

    /** See {@link #as}. */
    record As<V, W>(Kind<V> inner, Function<V, W> read, Function<W, V> written) implements Kind<W> {

        @Override
        public void write(Out out, W value) throws IOException {
            inner.write(out, written.apply(value));
        }

        @Override
        public W read(In in) throws IOException {
            return read.apply(inner.read(in));
        }
    }

    /** See {@link #before}. */
    record Since<V>(int format, Kind<V> newer, Kind<V> older) implements Kind<V> {

        @Override
        public void write(Out out, V value) throws IOException {
            (out.format() < format ? older : newer).write(out, value);
        }

        @Override
        public V read(In in) throws IOException {
            return (in.format() < format ? older : newer).read(in);
        }
    }
}
