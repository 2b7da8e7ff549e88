package vn.soto.contracts.report;

import java.util.List;

/** Receives the items of indicators one by one. */
@FunctionalInterface
interface Evidence {

    /**
     * @param amount    that the item adds to the figure
     * @param positions ledger positions of the item's events, in ledger order
     */
    void count(String code, long amount, List<Long> positions);

    /** Counts an item once. */
    default void count(String code, List<Long> positions) {
        count(code, 1, positions);
    }
}
