package vn.soto.benchmarks;

import java.time.Duration;

/** When a slice ends: after so many operations or so long a time, whichever comes first. */
record Budget(long operations, Duration time) {

    static Budget of(Duration time) {
        return new Budget(Long.MAX_VALUE, time);
    }
}
