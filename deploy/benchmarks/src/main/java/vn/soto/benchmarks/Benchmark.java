package vn.soto.benchmarks;

/** One thing that is measured, for ours and for whoever of the peers is there. */
@FunctionalInterface
interface Benchmark {

    void measure(BenchmarkRun session) throws Exception;
}
