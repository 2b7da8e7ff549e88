package vn.soto.contracts.report;

import java.util.List;

/** Takes what indicators count, one thing at a time. */
@FunctionalInterface
interface Evidence {

    /** @param positions of the events that make it, in ledger order */
    void count(String code, List<Long> positions);
}
