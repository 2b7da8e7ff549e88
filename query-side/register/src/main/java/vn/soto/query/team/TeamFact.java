package vn.soto.query.team;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.soto.contracts.shared.Dated;
import vn.soto.contracts.team.EndReason;
import vn.soto.contracts.team.Office;
import vn.soto.contracts.team.TeamEvent;
import vn.soto.contracts.team.TeamEvent.AppointmentCorrected;
import vn.soto.contracts.team.TeamEvent.AppointmentWithdrawn;
import vn.soto.contracts.team.TeamEvent.ConsolidationCorrected;
import vn.soto.contracts.team.TeamEvent.DayCorrected;
import vn.soto.contracts.team.TeamEvent.DeputyAppointed;
import vn.soto.contracts.team.TeamEvent.DeputyRelieved;
import vn.soto.contracts.team.TeamEvent.DissolutionCorrected;
import vn.soto.contracts.team.TeamEvent.LeaderAppointed;
import vn.soto.contracts.team.TeamEvent.MembershipCorrected;
import vn.soto.contracts.team.TeamEvent.MembershipEnded;
import vn.soto.contracts.team.TeamEvent.TeamConsolidated;
import vn.soto.contracts.team.TeamEvent.TeamCoverageChanged;
import vn.soto.contracts.team.TeamEvent.TeamDissolved;
import vn.soto.contracts.team.TeamEvent.TeamFlaggedLedByAnother;
import vn.soto.contracts.team.TeamEvent.TeamRenamed;
import vn.soto.projection.Stamped;

/** An event of a team, kept so that the team can be derived for any legal day. */
public record TeamFact(long position, long commit, TeamEvent event) implements Stamped {

    /**
     * First day on which the event holds: an end holds from the day after the last day on. A correction of a wrong
     * entry, and an event without a day, hold on every day.
     */
    LocalDate firstDay() {
        return switch (event) {
            case MembershipCorrected _, DayCorrected _ -> LocalDate.MIN;
            case Dated.Until end -> end.lastDay().plusDays(1);
            case Dated dated -> LocalDate.from(dated.happenedOn());
            default -> LocalDate.MIN;
        };
    }

    /** The events with their right days, without an appointment or a dissolution that was taken back. */
    static List<TeamFact> asCorrected(List<TeamFact> facts) {
        List<TeamFact> right = facts;
        for (TeamFact fact : facts) {
            right = switch (fact.event) {
                case DayCorrected correction -> fact.appliedTo(right, correction);
                case AppointmentWithdrawn correction -> fact.appliedTo(right, correction);
                case DissolutionCorrected correction -> fact.appliedTo(right, correction);
                case ConsolidationCorrected correction -> fact.appliedTo(right, correction);
                default -> right;
            };
        }
        return right;
    }

    private List<TeamFact> appliedTo(List<TeamFact> facts, DissolutionCorrected right) {
        LocalDate last = right.lastDay();
        return facts.stream()
                .filter(fact -> last != null || fact.position > position || !isEnd(fact.event, right.enteredLast()))
                .map(fact -> last != null && fact.position < position && isEnd(fact.event, right.enteredLast())
                        ? new TeamFact(fact.position, fact.commit, ended(fact.event, last))
                        : fact)
                .toList();
    }

    /** The consolidation, and the end of a deputy's office with it, have the right day; one that was taken back never was. */
    private List<TeamFact> appliedTo(List<TeamFact> facts, ConsolidationCorrected right) {
        LocalDate day = right.effectiveFrom();
        return facts.stream()
                .filter(fact -> day != null
                        || fact.position > position
                        || !(fact.event instanceof TeamConsolidated of
                                && of.effectiveFrom().equals(right.enteredFrom())))
                .map(fact -> day == null || fact.position > position
                        ? fact
                        : new TeamFact(fact.position, fact.commit, consolidated(fact.event, right.enteredFrom(), day)))
                .toList();
    }

    private static TeamEvent consolidated(TeamEvent event, LocalDate entered, LocalDate day) {
        return switch (event) {
            case TeamConsolidated it
            when it.effectiveFrom().equals(entered) ->
                new TeamConsolidated(it.team(), it.decision(), it.absorbed(), day);
            case DeputyRelieved it when it.since().equals(entered) -> new DeputyRelieved(it.team(), it.member(), day);
            default -> event;
        };
    }

    private static boolean isEnd(TeamEvent event, LocalDate day) {
        return switch (event) {
            case TeamDissolved dissolved -> dissolved.lastDay().equals(day);
            case MembershipEnded ended ->
                ended.reason() == EndReason.TEAM_DISSOLVED && ended.lastDay().equals(day);
            default -> false;
        };
    }

    private static TeamEvent ended(TeamEvent event, LocalDate last) {
        return switch (event) {
            case TeamDissolved it -> new TeamDissolved(it.team(), it.instrument(), last, it.successor());
            case MembershipEnded it -> new MembershipEnded(it.team(), it.member(), it.reason(), last);
            default -> event;
        };
    }

    /** Nobody was appointed to the office on that day, and nobody flagged what kind of leader that is. */
    private List<TeamFact> appliedTo(List<TeamFact> facts, AppointmentWithdrawn never) {
        return facts.stream()
                .filter(fact -> fact.position > position || !isOf(fact.event, never))
                .toList();
    }

    private static boolean isOf(TeamEvent event, AppointmentWithdrawn never) {
        return switch (event) {
            case LeaderAppointed it ->
                never.office() == Office.LEADER && it.effectiveFrom().equals(never.enteredFrom());
            case TeamFlaggedLedByAnother it ->
                never.office() == Office.LEADER && it.since().equals(never.enteredFrom());
            case DeputyAppointed it ->
                never.office() == Office.DEPUTY && it.effectiveFrom().equals(never.enteredFrom());
            default -> false;
        };
    }

    private List<TeamFact> appliedTo(List<TeamFact> facts, DayCorrected right) {
        Optional<TeamFact> entered = facts.reversed().stream()
                .filter(fact -> fact.position < position && !(fact.event instanceof DayCorrected))
                .filter(fact -> right.corrects(fact.event))
                .findFirst();
        return entered.map(corrected -> facts.stream()
                        .filter(fact -> !fact.isReplacedBy(corrected))
                        .map(fact -> fact.equals(corrected) || fact.isFlagOf(corrected, right)
                                ? new TeamFact(fact.position, fact.commit, moved(fact.event, right.effectiveFrom()))
                                : fact)
                        .toList())
                .orElse(facts);
    }

    /** Whether another decision of the same kind and day took its place. */
    private boolean isReplacedBy(TeamFact other) {
        return position < other.position
                && event.getClass().equals(other.event.getClass())
                && firstDay().equals(other.firstDay());
    }

    /** Whether it says what kind of leader the appointed one is, since the day of the appointment. */
    private boolean isFlagOf(TeamFact appointed, DayCorrected right) {
        return position > appointed.position
                && event instanceof TeamFlaggedLedByAnother flag
                && right instanceof AppointmentCorrected of
                && of.office() == Office.LEADER
                && flag.leader().equals(of.member())
                && flag.since().equals(right.enteredFrom());
    }

    private static TeamEvent moved(TeamEvent event, LocalDate day) {
        return switch (event) {
            case LeaderAppointed it -> new LeaderAppointed(it.team(), it.member(), day);
            case DeputyAppointed it -> new DeputyAppointed(it.team(), it.member(), day);
            case TeamFlaggedLedByAnother it ->
                new TeamFlaggedLedByAnother(it.team(), it.leader(), it.organisation(), day);
            case TeamRenamed it -> new TeamRenamed(it.team(), it.name(), it.instrument(), day);
            case TeamCoverageChanged it -> new TeamCoverageChanged(it.team(), it.coverage(), it.instrument(), day);
            default -> event;
        };
    }

    boolean holdsOn(LocalDate day) {
        return !firstDay().isAfter(day);
    }
}
