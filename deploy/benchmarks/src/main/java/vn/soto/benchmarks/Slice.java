package vn.soto.benchmarks;

import org.HdrHistogram.Histogram;

/**
 * One uninterrupted stretch of work by one contestant.
 *
 * @param cpuNanos  processor time of everything that took part: this process, or the peer's, with its servers'
 * @param latencies of single operations, in nanoseconds
 */
record Slice(long operations, long nanos, long cpuNanos, Histogram latencies) {

    double perSecond() {
        return operations * 1e9 / nanos;
    }

    double cpuMicrosEach() {
        return cpuNanos / 1e3 / Math.max(1, operations);
    }

    double millis(double percentile) {
        return latencies.getValueAtPercentile(percentile) / 1e6;
    }

    static Histogram histogram() {
        return new Histogram(3);
    }
}
