package vn.soto.command.dispatch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Numbers of commits by household, 8 bytes each: a household is kept as a hash of 32 bits, so what is found may be of another one
 * now and then. Not thread-safe.
 */
final class HouseholdCommits {

    private static final int BUCKETS = 1 << 16;
    private static final int HALF = 16;
    private static final int NUMBER = 48;
    private static final long NUMBERS = (1L << NUMBER) - 1;
    private static final int MIXING = 0x9E3779B9;
    private static final long[] NONE = {};

    private final long[][] buckets = new long[BUCKETS][];
    private final int[] sizes = new int[BUCKETS];
    private long bytes;

    HouseholdCommits() {
        Arrays.fill(buckets, NONE);
    }

    /** Adds a number that is not less than those added before. */
    void add(String household, long number) {
        int hash = hash(household);
        int bucket = hash >>> HALF;
        int size = sizes[bucket];
        long entry = entry(hash, number);
        long[] entries = buckets[bucket];
        if (size > 0 && entries[size - 1] == entry) {
            return;
        }
        if (size == entries.length) {
            entries = Arrays.copyOf(entries, size + size / 4 + 2);
            bytes += (long) (entries.length - size) * Long.BYTES;
            buckets[bucket] = entries;
        }
        entries[size] = entry;
        sizes[bucket] = size + 1;
    }

    /** The numbers added for the household, and perhaps a few of others, less than {@code before}; ascending. */
    List<Long> before(long before, String household) {
        int hash = hash(household);
        int bucket = hash >>> HALF;
        List<Long> found = new ArrayList<>();
        for (int i = 0; i < sizes[bucket]; i++) {
            long number = buckets[bucket][i] & NUMBERS;
            if (buckets[bucket][i] == entry(hash, number) && number < before) {
                found.add(number);
            }
        }
        return found;
    }

    private static int hash(String household) {
        int mixed = household.hashCode() * MIXING;
        return mixed ^ (mixed >>> HALF);
    }

    private static long entry(int hash, long number) {
        return ((long) hash << NUMBER) | number;
    }

    long bytes() {
        return bytes;
    }
}
