package io.overture.store;

import java.io.IOException;

/**
 * How a record is kept: an array of its fields in order. It names each field once, and goes over them both when the record is
 * written and when it is read:
 *
 * <pre>{@code
 * Shape<Tab> TAB = row -> {
 *     row.open(2);
 *     var node = row.text(Tab::node);
 *     var socket = row.text(Tab::socket);
 *     return row.isWritten() ? row.written() : new Tab(node, socket);
 * };
 * }</pre>
 */
@FunctionalInterface
interface Shape<T> extends Kind<T> {

    /** Once over all fields; answers the record that was written, or the one that was read. */
    T over(Row<T> row) throws IOException;

    @Override
    default void write(Out out, T value) throws IOException {
        out.row().write(this, value);
    }

    @Override
    default T read(In in) throws IOException {
        return in.row().read(this);
    }
}
