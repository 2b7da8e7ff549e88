package vn.soto.contracts.policy;

import java.util.List;
import vn.soto.contracts.shared.Ascending;

/**
 * The thresholds and rules a province decides; all of them, so that a version stands alone.
 *
 * @param minimumMembers      a team with fewer is not formed, and flagged when it falls below
 * @param householdsPerMember target of a member's caseload; above it people are warned, never stopped
 * @param reportDueDays       days after a quarter's last day until its report is late
 * @param lateEntryDays       days after help was given until a record of it is late and says why
 * @param requestDueDays      days after a request for support was received until it is overdue
 * @param credit              how help by several helpers is credited
 * @param twoPersons          names of the commands that one person proposes and another approves, sorted
 */
public record Terms(
        int minimumMembers,
        int householdsPerMember,
        int reportDueDays,
        int lateEntryDays,
        int requestDueDays,
        CreditRule credit,
        List<String> twoPersons) {

    public Terms {
        twoPersons = Ascending.of(twoPersons);
    }
}
