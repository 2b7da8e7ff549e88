package vn.soto.projection;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An immutable list that shares its array with those that grew from it. The first that grows takes the free place behind the last
 * element, so adding costs no copy; another one copies.
 */
final class GrowingList<T> extends AbstractList<T> implements RandomAccess {

    private static final int FIRST = 4;

    private final Object[] places;
    private final AtomicInteger taken;
    private final int size;

    private GrowingList(Object[] places, AtomicInteger taken, int size) {
        this.places = places;
        this.taken = taken;
        this.size = size;
    }

    /** The list and one element more. */
    static <T> List<T> plus(List<T> list, T next) {
        int size = list.size();
        if (list instanceof GrowingList<T> own && size < own.places.length && own.taken.compareAndSet(size, size + 1)) {
            own.places[size] = next;
            return new GrowingList<>(own.places, own.taken, size + 1);
        }
        Object[] places = new Object[Math.max(FIRST, size + size / 2 + 1)];
        System.arraycopy(list instanceof GrowingList<T> own ? own.places : list.toArray(), 0, places, 0, size);
        places[size] = next;
        return new GrowingList<>(places, new AtomicInteger(size + 1), size + 1);
    }

    @Override
    @SuppressWarnings("unchecked") // its elements alone are put there
    public T get(int index) {
        if (index >= size) {
            throw new IndexOutOfBoundsException(index);
        }
        return (T) places[index];
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Object[] toArray() {
        return Arrays.copyOf(places, size);
    }
}
