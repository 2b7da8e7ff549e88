package vn.soto.command.dispatch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * Ascending numbers, each once, as their distances in groups of 7 bits. If hundreds of teams work at the same time,
 * each takes about 2 bytes. Not thread-safe.
 */
final class PackedNumbers {

    private static final int GROUP = 7;
    private static final int LOW = 0x7F;
    private static final int MORE = 0x80;
    private static final int LONGEST = 9;

    /** Numbers between two marks. */
    private static final int MARKED = 256;

    private static final long[] NONE = {};

    private byte[] packed;
    private int length;
    private int size;
    private long last = -1;
    private boolean changed;

    /** The index in the array of every {@value #MARKED}th number, and the number before it. */
    private long[] marks = NONE;

    PackedNumbers() {
        packed = new byte[LONGEST];
    }

    static PackedNumbers of(Collection<Long> ascending) {
        PackedNumbers numbers = new PackedNumbers();
        ascending.forEach(numbers::add);
        numbers.packed = Arrays.copyOf(numbers.packed, numbers.length);
        return numbers;
    }

    /** Adds the number, unless it is the last one. */
    void add(long number) {
        if (number < last) {
            throw new IllegalArgumentException(number + " after " + last);
        }
        if (number > last) {
            if (size > 0 && size % MARKED == 0) {
                marks = Arrays.copyOf(marks, marks.length + 2);
                marks[marks.length - 2] = last;
                marks[marks.length - 1] = length;
            }
            append(number - last);
            last = number;
            size++;
            changed = true;
        }
    }

    /** Those that {@link #takenIfChanged} gave. */
    static PackedNumbers of(byte[] taken) {
        PackedNumbers numbers = new PackedNumbers();
        read(taken, 0, taken.length, -1, numbers::add);
        numbers.changed = false;
        return numbers;
    }

    /** All of them, if there are others than at the last call. */
    Optional<byte[]> takenIfChanged() {
        boolean other = changed;
        changed = false;
        return other ? Optional.of(Arrays.copyOf(packed, length)) : Optional.empty();
    }

    private void append(long distance) {
        if (packed.length - length < LONGEST) {
            packed = Arrays.copyOf(packed, length + length / 4 + 2 * LONGEST);
        }
        long left = distance;
        while (left > LOW) {
            packed[length++] = (byte) ((left & LOW) | MORE);
            left >>>= GROUP;
        }
        packed[length++] = (byte) left;
    }

    /** The greatest number; -1 if there is none. */
    long last() {
        return last;
    }

    /** The numbers greater than {@code number}. */
    List<Long> after(long number) {
        return between(number, Long.MAX_VALUE);
    }

    /** Of these the numbers up to another one. */
    List<Long> between(long number, long upTo) {
        List<Long> found = new ArrayList<>();
        if (number >= last) {
            return found;
        }
        int mark = lastMarkUpTo(number);
        int from = mark < 0 ? 0 : (int) marks[mark + 1];
        long before = mark < 0 ? -1 : marks[mark];
        read(packed, from, length, before, next -> {
            if (next > number && next <= upTo) {
                found.add(next);
            }
        });
        return found;
    }

    /** Gives each number that is packed from one index up to another. */
    private static void read(byte[] packed, int from, int to, long before, LongConsumer numbers) {
        long next = before;
        for (int at = from; at < to; ) {
            long distance = 0;
            int shift = 0;
            byte group;
            do {
                group = packed[at++];
                long bits = group & LOW;
                distance |= bits << shift;
                shift += GROUP;
            } while (group < 0);
            next += distance;
            numbers.accept(next);
        }
    }

    /** The index in the marks of the greatest number that is not above this one; -1 if there is none. */
    private int lastMarkUpTo(long number) {
        int mark = marks.length - 2;
        while (mark >= 0 && marks[mark] > number) {
            mark -= 2;
        }
        return mark;
    }

    /** Size of the arrays behind them. */
    int bytes() {
        return packed.length + marks.length * Long.BYTES;
    }
}
