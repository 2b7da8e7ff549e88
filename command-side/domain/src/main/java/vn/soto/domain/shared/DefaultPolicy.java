package vn.soto.domain.shared;

import vn.soto.contracts.policy.InitialTerms;
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

    public DefaultPolicy {
        if (terms.minimumMembers() < 1 || terms.householdsPerMember() < 1 || terms.reportDueDays() < 0) {
            throw new IllegalArgumentException("a policy has at least one member, one household and no negative delay");
        }
        if (waitingPlans < 1) {
            throw new IllegalArgumentException("at least one plan of an account may wait");
        }
    }

    public DefaultPolicy(int minimumMembers, int householdsPerMember, QuarterCalendar calendar, int reportDueDays) {
        this(InitialTerms.of(minimumMembers, householdsPerMember, reportDueDays), calendar, WAITING_PLANS);
    }

    /** The same with another number of plans that may wait. */
    public DefaultPolicy withWaitingPlans(int most) {
        return new DefaultPolicy(terms, calendar, most);
    }

    /** Plan 6037/KH-UBND of Bình Dương: 3 members, about 220 households each, reports by quarter. */
    public static DefaultPolicy standard() {
        return new DefaultPolicy(3, 220, QuarterCalendar.CALENDAR, 5);
    }
}
