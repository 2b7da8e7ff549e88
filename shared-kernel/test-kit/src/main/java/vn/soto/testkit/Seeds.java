package vn.soto.testkit;

import java.util.function.LongConsumer;
import java.util.stream.LongStream;

/** Runs a check over seeded samples and names the seed that failed; {@code -Dsoto.seed=N} runs that one alone. */
public final class Seeds {

    private Seeds() {}

    public static void each(int samples, LongConsumer check) {
        Long only = Long.getLong("soto.seed");
        LongStream seeds = only == null ? LongStream.rangeClosed(1, samples) : LongStream.of(only);
        seeds.forEach(seed -> run(seed, check));
    }

    private static void run(long seed, LongConsumer check) {
        try {
            check.accept(seed);
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("failed with -Dsoto.seed=" + seed + ": " + e.getMessage(), e);
        }
    }
}
