package vn.soto.command.dispatch;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/**
 * Numbers of commits by household and day, 8 bytes each. A household is kept as a hash of 32 bits, so a result may be
 * of another one now and then. Not thread-safe.
 */
final class HouseholdCommits {

    private static final int BUCKETS = 1 << 16;
    private static final int HALF = 16;
    private static final int NUMBER = 33;
    private static final long NUMBERS = (1L << NUMBER) - 1;
    private static final int HASH = NUMBER + HelpDay.BITS;
    private static final int DAYS = (1 << HelpDay.BITS) - 1;
    private static final int MIXING = 0x9E3779B9;
    private static final long[] NONE = {};

    private final long[][] buckets = new long[BUCKETS][];
    private final int[] sizes = new int[BUCKETS];
    private final BitSet changed = new BitSet(BUCKETS);
    private long bytes;

    HouseholdCommits() {
        Arrays.fill(buckets, NONE);
    }

    /**
     * Adds a number that is not less than those added before for the household, or for whatever else a text names.
     *
     * @param day as {@link HelpDay} numbers it
     */
    void add(String household, long number, int day) {
        int hash = hash(household);
        int bucket = hash >>> HALF;
        int size = sizes[bucket];
        long[] entries = buckets[bucket];
        if (size > 0 && isOf(entries[size - 1], hash) && number(entries[size - 1]) == number) {
            return;
        }
        append(bucket, entry(hash, number, day));
    }

    /** Adds a number in any order, unless it is there. */
    void addOnce(String household, long number, int day) {
        int hash = hash(household);
        int bucket = hash >>> HALF;
        for (int i = 0; i < sizes[bucket]; i++) {
            long entry = buckets[bucket][i];
            if (isOf(entry, hash) && number(entry) == number) {
                return;
            }
        }
        append(bucket, entry(hash, number, day));
    }

    private void append(int bucket, long entry) {
        int size = sizes[bucket];
        if (size == buckets[bucket].length) {
            buckets[bucket] = Arrays.copyOf(buckets[bucket], size + size / 4 + 2);
            bytes += (long) (buckets[bucket].length - size) * Long.BYTES;
        }
        buckets[bucket][size] = entry;
        sizes[bucket] = size + 1;
        changed.set(bucket);
    }

    /** Gives all of each share of households that has changed since the last call. */
    void takeChanges(String prefix, Map<String, byte[]> parts) {
        for (int bucket = changed.nextSetBit(0); bucket >= 0; bucket = changed.nextSetBit(bucket + 1)) {
            ByteBuffer bytesOf = ByteBuffer.allocate(sizes[bucket] * Long.BYTES);
            bytesOf.asLongBuffer().put(buckets[bucket], 0, sizes[bucket]);
            parts.put(prefix + bucket, bytesOf.array());
        }
        changed.clear();
    }

    /** Puts back a share that was taken; {@code share} is what stands after its prefix. */
    void put(String share, byte[] taken) {
        int bucket = Integer.parseInt(share);
        long[] entries = new long[taken.length / Long.BYTES];
        ByteBuffer.wrap(taken).asLongBuffer().get(entries);
        buckets[bucket] = entries;
        sizes[bucket] = entries.length;
        bytes += taken.length;
    }

    /** All numbers added for the household, and perhaps a few of others, less than {@code before}; ascending. */
    List<Long> before(long before, String household, int day) {
        return between(0, before, household, day, Integer.MAX_VALUE);
    }

    /**
     * The first of the numbers that are greater than {@code after}, as above.
     *
     * @param day of which they are, or of any
     */
    List<Long> between(long after, long before, String household, int day, int most) {
        int hash = hash(household);
        int bucket = hash >>> HALF;
        List<Long> found = new ArrayList<>();
        for (int i = 0; i < sizes[bucket] && found.size() < most; i++) {
            long entry = buckets[bucket][i];
            long number = number(entry);
            if (isOf(entry, hash) && number > after && number < before && mayBeOf(day(entry), day)) {
                found.add(number);
            }
        }
        return found;
    }

    private static boolean mayBeOf(int entered, int day) {
        return entered == day || (entered == HelpDay.ANY && day != HelpDay.UNREAD);
    }

    /** Gives a number that was added for the household its day, whatever it was before. */
    void learn(String household, long number, int day) {
        int hash = hash(household);
        int bucket = hash >>> HALF;
        for (int i = sizes[bucket] - 1; i >= 0; i--) {
            long entry = buckets[bucket][i];
            if (isOf(entry, hash) && number(entry) == number) {
                buckets[bucket][i] = entry(hash, number, day);
                changed.set(bucket);
                return;
            }
        }
    }

    private static int hash(String household) {
        int mixed = household.hashCode() * MIXING;
        return mixed ^ (mixed >>> HALF);
    }

    private static long entry(int hash, long number, int day) {
        return ((long) hash << HASH) | ((long) day << NUMBER) | number;
    }

    private static boolean isOf(long entry, int hash) {
        return (int) (entry >>> HASH) == (hash & 0xFFFF);
    }

    private static int day(long entry) {
        return (int) (entry >>> NUMBER) & DAYS;
    }

    private static long number(long entry) {
        return entry & NUMBERS;
    }

    long bytes() {
        return bytes;
    }
}
