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
        @Nullable String leader,
        LocalDate leaderSince,
        @Nullable String deputy,
        @Nullable LocalDate deputySince) {

    Offices led(MemberId by, LocalDate since) {
        return new Offices(by.value(), since, deputy, deputySince);
    }

    /** The right day of an appointment, if its member still holds the office. */
    Offices corrected(AppointmentCorrected event) {
        boolean leads = event.office() == Office.LEADER
                && event.member().value().equals(leader)
                && event.enteredFrom().equals(leaderSince);
        boolean deputises = event.office() == Office.DEPUTY
                && event.member().value().equals(deputy)
                && event.enteredFrom().equals(deputySince);
        return new Offices(
                leader,
                leads ? event.effectiveFrom() : leaderSince,
                deputy,
                deputises ? event.effectiveFrom() : deputySince);
    }

    Offices leaderless(LocalDate since) {
        return new Offices(null, since, deputy, deputySince);
    }

    Offices deputised(MemberId by, LocalDate since) {
        return new Offices(leader, leaderSince, by.value(), since);
    }

    Offices deputyless() {
        return new Offices(leader, leaderSince, null, null);
    }
}
