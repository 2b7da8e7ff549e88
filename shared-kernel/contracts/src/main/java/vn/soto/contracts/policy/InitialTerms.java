package vn.soto.contracts.policy;

import java.util.List;
import vn.soto.contracts.assistance.CreditRule;

/** The terms that apply until a province adopts a policy: those of its settings, and what no setting changes. */
public final class InitialTerms {

    private static final int LATE_ENTRY_DAYS = 30;
    private static final int REQUEST_DUE_DAYS = 5;

    /** Erasing cannot be taken back. */
    private static final List<String> TWO_PERSONS =
            List.of("erase-business-data", "erase-household-data", "erase-member-data", "erase-request-data");

    private InitialTerms() {}

    public static Terms of(int minimumMembers, int householdsPerMember, int reportDueDays) {
        return new Terms(
                minimumMembers,
                householdsPerMember,
                reportDueDays,
                LATE_ENTRY_DAYS,
                REQUEST_DUE_DAYS,
                CreditRule.EQUAL_SHARES,
                TWO_PERSONS);
    }
}
