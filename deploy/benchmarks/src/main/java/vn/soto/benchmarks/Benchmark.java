package vn.soto.benchmarks;

/** One benchmark, of the product and of the peers that are installed. */
@FunctionalInterface
interface Benchmark {

    void measure(BenchmarkRun session) throws Exception;
}
