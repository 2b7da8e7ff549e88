package vn.soto.events;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.atomic.AtomicReferenceArray;
import vn.soto.contracts.shared.Id;

/**
 * The ids of one kind that were read last, by their texts. Units, teams and members are few and named by each record of help. Whoever keeps
 * what was read keeps each of them once, and reading one again needs no look at its letters. Thread-safe.
 */
public final class RecentIds<T extends Id> {

    private static final int SLOTS = 1 << 13;
    private static final int HALF = 16;

    private static final ClassValue<RecentIds<?>> KINDS = new ClassValue<>() {
        @Override
        protected RecentIds<?> computeValue(Class<?> kind) {
            return new RecentIds<>(kind.asSubclass(Id.class));
        }
    };

    private final AtomicReferenceArray<T> known = new AtomicReferenceArray<>(SLOTS);
    private final Constructor<T> constructor;

    private RecentIds(Class<T> kind) {
        try {
            constructor = kind.getConstructor(String.class);
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(kind.getName() + " is not made of one text", e);
        }
    }

    /** Those of a kind; each kind has one. */
    @SuppressWarnings("unchecked") // made from this class
    public static <T extends Id> RecentIds<T> of(Class<T> kind) {
        return (RecentIds<T>) KINDS.get(kind);
    }

    /** @throws IllegalArgumentException the text is none of an id */
    public T of(String text) {
        int hash = text.hashCode();
        int slot = (hash ^ (hash >>> HALF)) & (SLOTS - 1);
        T before = known.getAcquire(slot);
        if (before != null && before.value().equals(text)) {
            return before;
        }
        T made = made(text);
        known.setRelease(slot, made);
        return made;
    }

    private T made(String text) {
        try {
            return constructor.newInstance(text);
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
