package vn.soto.projection;

import java.util.AbstractList;
import java.util.Collection;
import java.util.RandomAccess;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A list that is never changed. One with one more element at the end shares what it has with this one, so that growing by
 * a thousand elements one by one copies them a few times and not a thousand times. For any number of threads.
 */
final class AppendOnlyList<E> extends AbstractList<E> implements RandomAccess {

    private static final int LEAST = 4;

    /** Of all lists that grew from one another, as long as there is room; the first {@code used} places are taken for good. */
    private static final class Shared {

        private final Object[] elements;
        private final AtomicInteger used;

        Shared(Object[] elements, int used) {
            this.elements = elements;
            this.used = new AtomicInteger(used);
        }

        boolean takes(int place) {
            return place < elements.length && used.compareAndSet(place, place + 1);
        }
    }

    private final Shared shared;
    private final int size;

    private AppendOnlyList(Shared shared, int size) {
        this.shared = shared;
        this.size = size;
    }

    static <E> AppendOnlyList<E> of(Collection<E> elements) {
        return new AppendOnlyList<>(new Shared(elements.toArray(), elements.size()), elements.size());
    }

    /** Of two threads, or two attempts, that add to the same list, one finds the place taken and goes on with a copy. */
    AppendOnlyList<E> and(E next) {
        Shared wide = shared.takes(size) ? shared : wider();
        wide.elements[size] = next;
        return new AppendOnlyList<>(wide, size + 1);
    }

    private Shared wider() {
        int room = Math.max(LEAST, size + size / 2 + 1);
        Object[] elements = new Object[room];
        System.arraycopy(shared.elements, 0, elements, 0, size);
        return new Shared(elements, size + 1);
    }

    @Override
    @SuppressWarnings("unchecked") // only elements are put there
    public E get(int index) {
        if (index >= size) {
            throw new IndexOutOfBoundsException(index);
        }
        return (E) shared.elements[index];
    }

    @Override
    public int size() {
        return size;
    }
}
