package vn.soto.benchmarks;

/** One measured implementation; it does one kind of work with any number of concurrent callers. */
interface Contestant {

    String name();

    /** Closed loop: each caller sends the next operation when it has the outcome of the one before. */
    Slice run(int callers, Budget budget) throws Exception;
}
