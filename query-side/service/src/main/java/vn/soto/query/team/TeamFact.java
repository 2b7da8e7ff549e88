package vn.soto.query.team;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.soto.contracts.shared.Dated;
import vn.soto.contracts.team.Office;
import vn.soto.contracts.team.TeamEvent;
import vn.soto.contracts.team.TeamEvent.AppointmentCorrected;
import vn.soto.contracts.team.TeamEvent.DeputyAppointed;
import vn.soto.contracts.team.TeamEvent.LeaderAppointed;
import vn.soto.contracts.team.TeamEvent.MembershipCorrected;
import vn.soto.contracts.team.TeamEvent.TeamFlaggedLedByAnother;
import vn.soto.projection.Stamped;

/** An event of a team, kept so that the team can be derived for any legal day. */
public record TeamFact(long position, long commit, TeamEvent event) implements Stamped {

    /**
     * First day on which the event holds: an end holds from the day after the last day on. What corrects a wrong entry, or
     * has no day, holds on every day.
     */
    LocalDate firstDay() {
        return switch (event) {
            case MembershipCorrected _, AppointmentCorrected _ -> LocalDate.MIN;
            case Dated.Until end -> end.lastDay().plusDays(1);
            case Dated dated -> LocalDate.from(dated.happenedOn());
            default -> LocalDate.MIN;
        };
    }

    /** The events, appointments with their right days. */
    static List<TeamFact> asCorrected(List<TeamFact> facts) {
        return facts.stream()
                .filter(fact -> fact.event instanceof AppointmentCorrected)
                .reduce(facts, (right, fact) -> fact.appliedTo(right, (AppointmentCorrected) fact.event), (a, b) -> b);
    }

    private List<TeamFact> appliedTo(List<TeamFact> facts, AppointmentCorrected right) {
        Optional<TeamFact> appointment = facts.reversed().stream()
                .filter(fact -> fact.position < position && !(fact.event instanceof AppointmentCorrected))
                .filter(fact -> right.corrects(fact.event))
                .findFirst();
        return appointment
                .map(appointed -> facts.stream()
                        .map(fact -> fact == appointed || fact.isFlagOf(appointed, right)
                                ? new TeamFact(fact.position, fact.commit, moved(fact.event, right.effectiveFrom()))
                                : fact)
                        .toList())
                .orElse(facts);
    }

    /** Whether it says what kind of leader the appointed one is, since the day of the appointment. */
    private boolean isFlagOf(TeamFact appointed, AppointmentCorrected right) {
        return position > appointed.position
                && event instanceof TeamFlaggedLedByAnother flag
                && right.office() == Office.LEADER
                && flag.leader().equals(right.member())
                && flag.since().equals(right.enteredFrom());
    }

    private static TeamEvent moved(TeamEvent event, LocalDate day) {
        return switch (event) {
            case LeaderAppointed it -> new LeaderAppointed(it.team(), it.member(), day);
            case DeputyAppointed it -> new DeputyAppointed(it.team(), it.member(), day);
            case TeamFlaggedLedByAnother it ->
                new TeamFlaggedLedByAnother(it.team(), it.leader(), it.organisation(), day);
            default -> event;
        };
    }

    boolean holdsOn(LocalDate day) {
        return !firstDay().isAfter(day);
    }
}
