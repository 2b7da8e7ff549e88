package vn.soto.benchmarks;

/** What is measured beside others: it can do one kind of work with any number of callers at once. */
interface Contestant {

    String name();

    /** Closed loop: each caller sends the next operation when it has the outcome of the one before. */
    Slice run(int callers, Budget budget) throws Exception;
}
