package io.overture.store;

import java.io.IOException;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/**
 * The record at hand, on its way out or in. One serves for all records of a value: those within another take its place for a
 * while. A {@link Shape} knows no reason to ask which way it goes before it has named all fields.
 *
 * <p>What is frequent has a method of its own: the compiler sees through it however deep a record lies in others, and not
 * through {@link #field}, by which one record leads to the next.
 */
@NullUnmarked
final class Row<T> {

    private final Out out;
    private final In in;
    private T record;
    private String word;

    private Row(@Nullable Out out, @Nullable In in) {
        this.out = out;
        this.in = in;
    }

    static Row<?> to(Out out) {
        return new Row<>(out, null);
    }

    static Row<?> from(In in) {
        return new Row<>(null, in);
    }

    /** Begins a record of so many fields. */
    void open(int fields) throws IOException {
        if (out == null) {
            if (word == null) {
                in.open();
            }
        } else if (word == null) {
            out.open(fields);
        } else {
            out.open(fields + 1);
            out.text(word);
        }
        word = null;
    }

    /** Whether fields that came with a format are there. */
    boolean since(int format) {
        return (out == null ? in.format() : out.format()) >= format;
    }

    String text(Function<T, String> of) throws IOException {
        if (out == null) {
            return in.next(Kinds.TEXT);
        }
        var value = of.apply(record);
        out.text(value);
        return value;
    }

    @Nullable
    String maybeText(Function<T, @Nullable String> of) throws IOException {
        if (out == null) {
            return in.maybe(Kinds.TEXT);
        }
        var value = of.apply(record);
        if (value == null) {
            out.nothing();
        } else {
            out.text(value);
        }
        return value;
    }

    Instant instant(Function<T, Instant> of) throws IOException {
        if (out == null) {
            return in.next(Kinds.INSTANT);
        }
        var value = of.apply(record);
        out.instant(value);
        return value;
    }

    @Nullable
    Instant maybeInstant(Function<T, @Nullable Instant> of) throws IOException {
        if (out == null) {
            return in.maybe(Kinds.INSTANT);
        }
        var value = of.apply(record);
        if (value == null) {
            out.nothing();
        } else {
            out.instant(value);
        }
        return value;
    }

    long number(ToLongFunction<T> of) throws IOException {
        if (out == null) {
            return in.next(Kinds.NUMBER);
        }
        long value = of.applyAsLong(record);
        out.number(value);
        return value;
    }

    int count(ToIntFunction<T> of) throws IOException {
        if (out == null) {
            return in.next(Kinds.COUNT);
        }
        int value = of.applyAsInt(record);
        out.number(value);
        return value;
    }

    boolean flag(Predicate<T> of) throws IOException {
        if (out == null) {
            return in.next(Kinds.FLAG);
        }
        boolean value = of.test(record);
        out.flag(value);
        return value;
    }

    <V> V field(Function<T, V> of, Kind<V> kind) throws IOException {
        if (out == null) {
            return in.next(kind);
        }
        V value = of.apply(record);
        kind.write(out, value);
        return value;
    }

    <V> @Nullable V maybe(Function<T, @Nullable V> of, Kind<V> kind) throws IOException {
        if (out == null) {
            return in.maybe(kind);
        }
        V value = of.apply(record);
        if (value == null) {
            out.nothing();
        } else {
            kind.write(out, value);
        }
        return value;
    }

    /** What instants count back from; of what is read. */
    Instant base() {
        return out == null ? in.base() : Instant.EPOCH;
    }

    /** Ends the record; whether it has been written, and not read. */
    boolean isWritten() throws IOException {
        if (out == null) {
            in.close();
            return false;
        }
        out.close();
        return true;
    }

    T written() {
        return record;
    }

    /** The next record is one of several kinds, under this word: to be written before its fields, or read already. */
    void word(String kind) {
        word = kind;
    }

    @SuppressWarnings("unchecked")
    <R> void write(Shape<R> shape, R value) throws IOException {
        var row = (Row<R>) this;
        var outer = record;
        row.record = value;
        shape.over(row);
        record = outer;
    }

    @SuppressWarnings("unchecked")
    <R> R read(Shape<R> shape) throws IOException {
        return shape.over((Row<R>) this);
    }
}
