package vn.soto.benchmarks;

import java.time.Duration;

/** The end of a slice: a number of operations or a duration, whichever comes first. */
record Budget(long operations, Duration time) {

    static Budget of(Duration time) {
        return new Budget(Long.MAX_VALUE, time);
    }
}
