package vn.soto.query.team;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.Office;
import vn.soto.contracts.team.TeamEvent.AppointmentCorrected;

/**
 * The leader and the deputy of a team.
 *
 * @param leader      leader; absent while there is none
 * @param leaderSince first day of the leader, or first day without one
 * @param deputy      deputy; absent while there is none
 */
public record Offices(
        @Nullable MemberId leader,
        LocalDate leaderSince,
        @Nullable MemberId deputy,
        @Nullable LocalDate deputySince) {

    /** An appointment before a coming one is not the last. */
    Offices led(MemberId by, LocalDate since) {
        return leader != null && since.isBefore(leaderSince) ? this : new Offices(by, since, deputy, deputySince);
    }

    boolean isLedBy(MemberId member) {
        return member.equals(leader);
    }

    /** The right day of an appointment, if its member still holds the office. */
    Offices corrected(AppointmentCorrected event) {
        boolean leads = event.office() == Office.LEADER
                && event.member().equals(leader)
                && event.enteredFrom().equals(leaderSince);
        boolean deputises = event.office() == Office.DEPUTY
                && event.member().equals(deputy)
                && event.enteredFrom().equals(deputySince);
        return new Offices(
                leader,
                leads ? event.effectiveFrom() : leaderSince,
                deputy,
                deputises ? event.effectiveFrom() : deputySince);
    }

    /**
     * @param former member who does not lead from that day on; another with a coming appointment still leads then, or led last
     */
    Offices leaderless(MemberId former, LocalDate since) {
        boolean last = leader == null ? !since.isBefore(leaderSince) : isLedBy(former);
        return last ? new Offices(null, since, deputy, deputySince) : this;
    }

    /** An appointment before a coming one is not the last. */
    Offices deputised(MemberId by, LocalDate since) {
        return deputySince != null && since.isBefore(deputySince) ? this : new Offices(leader, leaderSince, by, since);
    }

    Offices deputyless(MemberId former) {
        return former.equals(deputy) ? new Offices(leader, leaderSince, null, null) : this;
    }
}
