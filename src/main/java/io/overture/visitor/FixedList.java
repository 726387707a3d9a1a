package io.overture.visitor;

import java.util.AbstractCollection;
import java.util.AbstractList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.ListIterator;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * An immutable list that makes its elements when they are asked for. Unlike {@link AbstractList} it has no field of its own,
 * and what an iterator or a part of it needs lives no longer than that.
 */
abstract class FixedList<E> extends AbstractCollection<E> implements List<E>, RandomAccess {

    private List<E> view() {
        return new AbstractList<>() {
            @Override
            public E get(int index) {
                return FixedList.this.get(index);
            }

            @Override
            public int size() {
                return FixedList.this.size();
            }
        };
    }

    @Override
    public Iterator<E> iterator() {
        return view().iterator();
    }

    @Override
    public ListIterator<E> listIterator() {
        return view().listIterator();
    }

    @Override
    public ListIterator<E> listIterator(int index) {
        return view().listIterator(index);
    }

    @Override
    public List<E> subList(int from, int to) {
        return view().subList(from, to);
    }

    @Override
    public int indexOf(@Nullable Object element) {
        return view().indexOf(element);
    }

    @Override
    public int lastIndexOf(@Nullable Object element) {
        return view().lastIndexOf(element);
    }

    @Override
    public E set(int index, E element) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void add(int index, E element) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean addAll(int index, Collection<? extends E> elements) {
        throw new UnsupportedOperationException();
    }

    @Override
    public E remove(int index) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other == this || view().equals(other);
    }

    @Override
    public int hashCode() {
        return view().hashCode();
    }
}
