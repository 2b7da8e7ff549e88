package vn.soto.command.shared;

import vn.soto.contracts.shared.QuarterCalendar;

/**
 * What a province has decided and another may decide differently.
 *
 * @param minimumMembers      a team with fewer is not formed, and flagged when it falls below
 * @param householdsPerMember target of a member's caseload; above it people are warned, never stopped
 * @param calendar            which days make a quarter
 * @param reportDueDays       days after a quarter's last day until its report is late
 */
public record Policy(int minimumMembers, int householdsPerMember, QuarterCalendar calendar, int reportDueDays) {

    public Policy {
        if (minimumMembers < 1 || householdsPerMember < 1 || reportDueDays < 0) {
            throw new IllegalArgumentException("a policy has at least one member, one household and no negative delay");
        }
    }

    /** Plan 6037/KH-UBND of Bình Dương: 3 members, about 220 households each, reports by quarter. */
    public static Policy standard() {
        return new Policy(3, 220, QuarterCalendar.CALENDAR, 5);
    }
}
