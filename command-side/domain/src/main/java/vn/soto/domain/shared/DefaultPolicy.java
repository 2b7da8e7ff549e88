package vn.soto.domain.shared;

import java.util.List;
import vn.soto.contracts.policy.CreditRule;
import vn.soto.contracts.policy.Terms;
import vn.soto.contracts.shared.QuarterCalendar;

/**
 * The policy of a ledger before its province has adopted one.
 *
 * @param terms        terms that apply until an adopted version does
 * @param calendar     calendar that determines the days of a quarter; never changes within a ledger
 * @param waitingPlans largest number of one account's plans that wait for a second person; no adopted version changes it
 */
public record DefaultPolicy(Terms terms, QuarterCalendar calendar, int waitingPlans) {

    private static final int WAITING_PLANS = 100;

    /** Erasing cannot be taken back. */
    private static final List<String> TWO_PERSONS =
            List.of("erase-business-data", "erase-household-data", "erase-member-data", "erase-request-data");

    public DefaultPolicy {
        if (terms.minimumMembers() < 1 || terms.householdsPerMember() < 1 || terms.reportDueDays() < 0) {
            throw new IllegalArgumentException("a policy has at least one member, one household and no negative delay");
        }
        if (waitingPlans < 1) {
            throw new IllegalArgumentException("at least one plan of an account may wait");
        }
    }

    public DefaultPolicy(int minimumMembers, int householdsPerMember, QuarterCalendar calendar, int reportDueDays) {
        this(terms(minimumMembers, householdsPerMember, reportDueDays), calendar, WAITING_PLANS);
    }

    /** The same with another number of plans that may wait. */
    public DefaultPolicy withWaitingPlans(int most) {
        return new DefaultPolicy(terms, calendar, most);
    }

    /** Plan 6037/KH-UBND of Bình Dương: 3 members, about 220 households each, reports by quarter. */
    public static DefaultPolicy standard() {
        return new DefaultPolicy(3, 220, QuarterCalendar.CALENDAR, 5);
    }

    private static Terms terms(int minimumMembers, int householdsPerMember, int reportDueDays) {
        return new Terms(
                minimumMembers, householdsPerMember, reportDueDays, 30, 5, CreditRule.EQUAL_SHARES, TWO_PERSONS);
    }
}
