package vn.soto.query.activity;

import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The entries of several sources, each in its order, in the order of all. A source is opened when its first entry may be the next, so
 * that the first entries cost little however much there is. Not thread-safe.
 */
final class MergedEntries<T> implements Iterator<T> {

    private final ToLongFunction<T> order;
    private final Queue<Next<T>> next = new PriorityQueue<>(Comparator.comparingLong(Next::order));

    /** @param from no entry is of an earlier order */
    record Source<T>(long from, Supplier<Iterator<T>> entries) {}

    /** @param first absent of a source that is not opened */
    private record Next<T>(long order, @Nullable T first, Supplier<Iterator<T>> rest) {}

    MergedEntries(Collection<Source<T>> sources, ToLongFunction<T> order) {
        this.order = order;
        sources.forEach(source -> next.add(new Next<>(source.from, null, source.entries)));
    }

    @Override
    public boolean hasNext() {
        for (Next<T> head = next.peek(); head != null && head.first == null; head = next.peek()) {
            next.remove();
            advance(head.rest.get());
        }
        return !next.isEmpty();
    }

    private void advance(Iterator<T> rest) {
        if (rest.hasNext()) {
            T first = rest.next();
            next.add(new Next<>(order.applyAsLong(first), first, () -> rest));
        }
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Next<T> head = next.remove();
        advance(head.rest.get());
        if (head.first == null) {
            throw new NoSuchElementException();
        }
        return head.first;
    }
}
