package vn.soto.domain.team;

import static vn.soto.domain.shared.CounterCommand.FOLLOWS;
import static vn.soto.domain.shared.CounterCommand.refusedBy;
import static vn.soto.domain.shared.CounterRule.EVENT_HAS_A_COUNTER_COMMAND;

import java.time.LocalDate;
import java.util.stream.Stream;
import vn.soto.contracts.shared.Correcting;
import vn.soto.contracts.team.EndReason;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamEvent;
import vn.soto.contracts.team.TeamEvent.DeputyAppointed;
import vn.soto.contracts.team.TeamEvent.DeputyRelieved;
import vn.soto.contracts.team.TeamEvent.LeaderAppointed;
import vn.soto.contracts.team.TeamEvent.LeaderRelieved;
import vn.soto.contracts.team.TeamEvent.MemberEnrolled;
import vn.soto.contracts.team.TeamEvent.MemberResumed;
import vn.soto.contracts.team.TeamEvent.MemberSuspended;
import vn.soto.contracts.team.TeamEvent.MembershipEnded;
import vn.soto.contracts.team.TeamEvent.TeamBroughtUpToDate;
import vn.soto.contracts.team.TeamEvent.TeamConsolidated;
import vn.soto.contracts.team.TeamEvent.TeamCoverageChanged;
import vn.soto.contracts.team.TeamEvent.TeamDissolved;
import vn.soto.contracts.team.TeamEvent.TeamFlaggedLeaderless;
import vn.soto.contracts.team.TeamEvent.TeamFlaggedLedByAnother;
import vn.soto.contracts.team.TeamEvent.TeamFlaggedOutdated;
import vn.soto.contracts.team.TeamEvent.TeamFlaggedUnderstaffed;
import vn.soto.contracts.team.TeamEvent.TeamFormed;
import vn.soto.contracts.team.TeamEvent.TeamRenamed;
import vn.soto.contracts.team.TeamEvent.TeamStaffingRestored;
import vn.soto.contracts.team.TeamId;
import vn.soto.domain.shared.CounterCommand;
import vn.soto.domain.shared.EarlierEvents;
import vn.soto.domain.team.TeamCommand.AppointDeputy;
import vn.soto.domain.team.TeamCommand.AppointLeader;
import vn.soto.domain.team.TeamCommand.ChangeCoverage;
import vn.soto.domain.team.TeamCommand.CorrectDissolution;
import vn.soto.domain.team.TeamCommand.CorrectSuspension;
import vn.soto.domain.team.TeamCommand.DissolveTeam;
import vn.soto.domain.team.TeamCommand.EndMembership;
import vn.soto.domain.team.TeamCommand.EnrolMember;
import vn.soto.domain.team.TeamCommand.RelieveDeputy;
import vn.soto.domain.team.TeamCommand.RelieveLeader;
import vn.soto.domain.team.TeamCommand.RenameTeam;
import vn.soto.domain.team.TeamCommand.ReviewCoverage;
import vn.soto.domain.team.TeamCommand.SuspendMember;

/** Counter-commands for the events of a team. */
public final class TeamCounterCommands {

    private TeamCounterCommands() {}

    public static CounterCommand of(TeamEvent event, EarlierEvents earlier, String reason) {
        return switch (event) {
            case MemberEnrolled enrolled ->
                CounterCommand.of(new EndMembership(
                        enrolled.team(), enrolled.member(), EndReason.OTHER, enrolled.effectiveFrom()));
            case MembershipEnded ended -> enrolAgain(ended, earlier);
            case LeaderAppointed appointed -> appointBefore(appointed, before(earlier));
            case TeamFlaggedLeaderless flagged ->
                appointAgain(new AppointLeader(flagged.team(), flagged.formerLeader(), flagged.since()));
            case MemberSuspended suspended ->
                CounterCommand.of(new CorrectSuspension(
                        suspended.team(), suspended.member(), suspended.firstDay(), null, null, reason));
            case MemberResumed resumed ->
                CounterCommand.of(new SuspendMember(resumed.team(), resumed.member(), resumed.firstDay(), reason));
            // Runs last, because a leader cannot be appointed deputy.
            case DeputyRelieved relieved ->
                new CounterCommand.Given(
                        new AppointDeputy(relieved.team(), relieved.member(), relieved.since()),
                        CounterCommand.Turn.LAST);
            // The leaderless flag that follows names the former leader and restores the office.
            case LeaderRelieved relieved -> FOLLOWS;
            case TeamFlaggedOutdated flagged -> reviewAgain(flagged.team(), flagged.since());
            case TeamBroughtUpToDate found -> reviewAgain(found.team(), found.since());
            case TeamFlaggedUnderstaffed _, TeamFlaggedLedByAnother _, TeamStaffingRestored _ -> FOLLOWS;
            case TeamFormed formed -> dissolve(formed, reason);
            case TeamDissolved dissolved -> CounterCommand.of(new CorrectDissolution(dissolved.team(), null, reason));
            case TeamRenamed renamed -> renameBack(renamed, before(earlier));
            case TeamCoverageChanged changed -> coverAgain(changed, before(earlier));
            case DeputyAppointed appointed -> deputiseBefore(appointed, before(earlier));
            case Correcting _, TeamConsolidated _ -> refusedBy(EVENT_HAS_A_COUNTER_COMMAND);
        };
    }

    private static CounterCommand reviewAgain(TeamId team, LocalDate since) {
        return new CounterCommand.Follows(new ReviewCoverage(team, since));
    }

    /** The dissolved team has existed for one day, without any help. */
    private static CounterCommand dissolve(TeamFormed formed, String reason) {
        return CounterCommand.of(
                new DissolveTeam(formed.team(), formed.foundingDecision(), formed.effectiveFrom(), reason));
    }

    /** A leader is restored after the memberships, because the leader has to be a member. */
    private static CounterCommand appointAgain(AppointLeader command) {
        return new CounterCommand.Given(command, CounterCommand.Turn.SECOND);
    }

    private static CounterCommand enrolAgain(MembershipEnded ended, EarlierEvents earlier) {
        if (ended.reason() == EndReason.TEAM_DISSOLVED) {
            return FOLLOWS; // goes on with the team
        }
        return earlier.restored(
                event -> switch (event) {
                    case MemberEnrolled enrolled
                    when enrolled.member().equals(ended.member()) -> Stream.of(enrolled.organisation());
                    case TeamFormed formed ->
                        formed.members().stream()
                                .filter(founder -> founder.member().equals(ended.member()))
                                .map(founder -> founder.organisation());
                    default -> Stream.empty();
                },
                organisation -> new EnrolMember(
                        ended.team(),
                        ended.member(),
                        organisation,
                        ended.lastDay().plusDays(1)),
                EVENT_HAS_A_COUNTER_COMMAND);
    }

    /** The team without the event to undo: what holds on its day is restored, whatever was recorded before or after for other days. */
    private static Team before(EarlierEvents earlier) {
        return Team.of(earlier.others(TeamEvent.class));
    }

    /** The leader before is appointed again, or the office is vacant as before. */
    private static CounterCommand appointBefore(LeaderAppointed appointed, Team before) {
        TeamId team = appointed.team();
        LocalDate day = appointed.effectiveFrom();
        MemberId leader = before.offices.leader(day);
        return leader == null
                ? CounterCommand.of(new RelieveLeader(team, day))
                : appointAgain(new AppointLeader(team, leader, day));
    }

    /** The deputy before is appointed again, or the office is vacant as before. */
    private static CounterCommand deputiseBefore(DeputyAppointed appointed, Team before) {
        TeamId team = appointed.team();
        LocalDate day = appointed.effectiveFrom();
        MemberId deputy = before.offices.deputy(day);
        return CounterCommand.of(deputy == null ? new RelieveDeputy(team, day) : new AppointDeputy(team, deputy, day));
    }

    private static CounterCommand renameBack(TeamRenamed renamed, Team before) {
        LocalDate day = renamed.effectiveFrom();
        return before.existence
                .name(day)
                .map(name -> CounterCommand.of(new RenameTeam(renamed.team(), name, renamed.instrument(), day)))
                .orElseGet(() -> refusedBy(EVENT_HAS_A_COUNTER_COMMAND));
    }

    private static CounterCommand coverAgain(TeamCoverageChanged changed, Team before) {
        LocalDate day = changed.effectiveFrom();
        return before.territory
                .known(day)
                .map(area -> area.stream().sorted().toList())
                .map(area -> CounterCommand.of(new ChangeCoverage(changed.team(), area, changed.instrument(), day)))
                .orElseGet(() -> refusedBy(EVENT_HAS_A_COUNTER_COMMAND));
    }
}
