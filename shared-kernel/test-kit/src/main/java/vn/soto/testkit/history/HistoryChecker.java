package vn.soto.testkit.history;

import java.util.List;
import java.util.stream.Stream;
import vn.soto.ledger.LedgerReader;

/** Checks a ledger against the histories of its clients; an empty result means that no rule is broken. */
public final class HistoryChecker {

    private HistoryChecker() {}

    /** For a ledger that was empty before the run. */
    public static List<Violation> check(History history, LedgerReader ledger) {
        return check(history, ledger, 0);
    }

    /**
     * Reads the whole ledger; nobody may be appending any more.
     *
     * @param base number of the last commit before the run, which nobody in this history need have asked for
     */
    public static List<Violation> check(History history, LedgerReader ledger, long base) {
        HistoryEvidence evidence = new HistoryEvidence(history, ledger, base);
        return Stream.of(HistoryRule.values())
                .flatMap(rule -> rule.violations(evidence))
                .toList();
    }
}
