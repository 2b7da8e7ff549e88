package vn.soto.contracts.report;

import java.util.List;

/** Receives the items of indicators one by one. */
@FunctionalInterface
interface Evidence {

    /** @param positions ledger positions of the item's events, in ledger order */
    void count(String code, List<Long> positions);
}
