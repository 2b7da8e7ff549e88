package vn.soto.domain.team;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static vn.soto.domain.team.TeamRule.APPOINTMENTS_ARE_IN_ORDER;
import static vn.soto.domain.team.TeamRule.CHANGES_ARE_IN_ORDER;
import static vn.soto.domain.team.TeamRule.DEPUTY_IS_ACTIVE_MEMBER;
import static vn.soto.domain.team.TeamRule.DEPUTY_IS_NOT_THE_LEADER;
import static vn.soto.domain.team.TeamRule.DEPUTY_IS_SOMEONE_ELSE_THAN_BEFORE;
import static vn.soto.domain.team.TeamRule.LEADER_IS_ACTIVE_MEMBER;
import static vn.soto.domain.team.TeamRule.LEADER_IS_SOMEONE_ELSE_THAN_BEFORE;
import static vn.soto.domain.team.TeamRule.TEAM_HAS_A_DEPUTY;
import static vn.soto.domain.team.TeamRule.TEAM_HAS_A_LEADER;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.Office;
import vn.soto.contracts.team.TeamEvent;
import vn.soto.contracts.team.TeamEvent.AppointmentCorrected;
import vn.soto.contracts.team.TeamEvent.DeputyAppointed;
import vn.soto.contracts.team.TeamEvent.DeputyRelieved;
import vn.soto.contracts.team.TeamEvent.DissolutionCorrected;
import vn.soto.contracts.team.TeamEvent.LeaderAppointed;
import vn.soto.contracts.team.TeamEvent.LeaderRelieved;
import vn.soto.contracts.team.TeamEvent.TeamDissolved;
import vn.soto.contracts.team.TeamEvent.TeamFlaggedLeaderless;
import vn.soto.contracts.team.TeamEvent.TeamFormed;
import vn.soto.contracts.team.TeamId;
import vn.soto.domain.shared.FreeText;
import vn.soto.domain.team.TeamCommand.CorrectAppointment;

/**
 * The leader of a team and the leader's deputy: at most one of each, different persons, both members who are not
 * suspended.
 */
final class Offices {

    private @Nullable MemberId leader;
    private final Appointments leaders = new Appointments();
    private @Nullable MemberId deputy;
    private final Appointments deputies = new Appointments();
    private @Nullable MemberId leaderAtTheEnd;
    private @Nullable MemberId deputyAtTheEnd;

    boolean isLeader(MemberId member) {
        return member.equals(leader);
    }

    boolean led(MemberId member, LocalDate day) {
        return leaders.holds(member, day);
    }

    boolean isDeputy(MemberId member) {
        return member.equals(deputy);
    }

    LocalDate lastChange() {
        return leaders.last().isAfter(deputies.last()) ? leaders.last() : deputies.last();
    }

    void appointLeader(TeamId team, MemberId member, LocalDate from, Roster roster) {
        roster.checkOffice(member, from, LEADER_IS_ACTIVE_MEMBER);
        LEADER_IS_SOMEONE_ELSE_THAN_BEFORE.require(!isLeader(member));
        APPOINTMENTS_ARE_IN_ORDER.require(!from.isBefore(leaders.last()), leaders.last());
        apply(new LeaderAppointed(team, member, from));
        if (isDeputy(member)) {
            apply(new DeputyRelieved(team, member, from));
        }
    }

    void relieveLeader(TeamId team, LocalDate from) {
        MemberId relieved = Optional.ofNullable(leader).orElseThrow(TEAM_HAS_A_LEADER::refused);
        APPOINTMENTS_ARE_IN_ORDER.require(!from.isBefore(leaders.last()), leaders.last());
        apply(new LeaderRelieved(team, relieved, from));
        apply(new TeamFlaggedLeaderless(team, relieved, from));
    }

    void appointDeputy(TeamId team, MemberId member, LocalDate from, Roster roster) {
        roster.checkOffice(member, from, DEPUTY_IS_ACTIVE_MEMBER);
        DEPUTY_IS_NOT_THE_LEADER.require(!isLeader(member));
        DEPUTY_IS_SOMEONE_ELSE_THAN_BEFORE.require(!isDeputy(member));
        CHANGES_ARE_IN_ORDER.require(!from.isBefore(deputies.last()), deputies.last());
        apply(new DeputyAppointed(team, member, from));
    }

    void relieveDeputy(TeamId team, LocalDate from) {
        MemberId relieved = Optional.ofNullable(deputy).orElseThrow(TEAM_HAS_A_DEPUTY::refused);
        CHANGES_ARE_IN_ORDER.require(!from.isBefore(deputies.last()), deputies.last());
        apply(new DeputyRelieved(team, relieved, from));
    }

    /**
     * Appoints the leader named by a consolidation, who may be the current one; a deputy who is no longer a member
     * loses the office.
     */
    void renew(TeamId team, MemberId member, LocalDate from, Roster roster) {
        roster.checkOffice(member, from, LEADER_IS_ACTIVE_MEMBER);
        if (!isLeader(member)) {
            apply(new LeaderAppointed(team, member, from));
        }
        if (deputy != null && (isLeader(deputy) || !roster.includes(deputy, from))) {
            apply(new DeputyRelieved(team, deputy, from));
        }
    }

    /** Vacates the offices of a member who may not act from that day on. */
    void vacate(TeamId team, MemberId member, LocalDate since) {
        if (isLeader(member)) {
            apply(new TeamFlaggedLeaderless(team, member, since));
        }
        if (isDeputy(member)) {
            apply(new DeputyRelieved(team, member, since));
        }
    }

    /**
     * The holder of an office must have been a member on the day of the appointment, also after a correction of the
     * first day.
     */
    void checkFirstDay(MemberId member, LocalDate firstDay) {
        LEADER_IS_ACTIVE_MEMBER.require(!isLeader(member) || !firstDay.isAfter(leaders.last()), leaders.last());
        DEPUTY_IS_ACTIVE_MEMBER.require(!isDeputy(member) || !firstDay.isAfter(deputies.last()), deputies.last());
    }

    void correct(CorrectAppointment command, Roster roster) {
        boolean leads = command.office() == Office.LEADER;
        LocalDate day = command.effectiveFrom();
        FreeText.checkReason(command.reason());
        MemberId member = (leads ? leaders : deputies).checkCorrection(command.enteredFrom(), day);
        (leads ? LEADER_IS_ACTIVE_MEMBER : DEPUTY_IS_ACTIVE_MEMBER).require(roster.active(member, day), day);
        apply(new AppointmentCorrected(command.team(), command.office(), member, command.enteredFrom(), day));
    }

    void evolve(TeamEvent event) {
        switch (event) {
            case TeamFormed formed -> lead(formed.leader(), formed.effectiveFrom(), true);
            case LeaderAppointed appointed -> lead(appointed.member(), appointed.effectiveFrom(), false);
            case LeaderRelieved relieved -> leaderless(relieved.since());
            case TeamFlaggedLeaderless flagged -> leaderless(flagged.since());
            case DeputyAppointed appointed -> {
                deputy = appointed.member();
                deputies.add(appointed.member(), appointed.effectiveFrom(), false);
            }
            case DeputyRelieved relieved -> {
                deputy = null;
                deputies.end(relieved.since());
            }
            case AppointmentCorrected corrected ->
                (corrected.office() == Office.LEADER ? leaders : deputies)
                        .correct(corrected.enteredFrom(), corrected.effectiveFrom());
            case TeamDissolved dissolved -> {
                leaderAtTheEnd = leader;
                deputyAtTheEnd = deputy;
                leaderless(dissolved.lastDay().plusDays(1));
                deputy = null;
                deputies.end(dissolved.lastDay().plusDays(1));
            }
            case DissolutionCorrected corrected -> endAgain(corrected);
            default -> {}
        }
    }

    private void endAgain(DissolutionCorrected right) {
        LocalDate last = right.lastDay();
        LocalDate vacant = last == null ? null : last.plusDays(1);
        leader = last == null ? leaderAtTheEnd : null;
        deputy = last == null ? deputyAtTheEnd : null;
        leaders.endAgain(right.enteredLast().plusDays(1), vacant);
        deputies.endAgain(right.enteredLast().plusDays(1), vacant);
    }

    private void lead(MemberId member, LocalDate from, boolean founding) {
        leader = member;
        leaders.add(member, from, founding);
    }

    private void leaderless(LocalDate since) {
        leader = null;
        leaders.end(since);
    }
}
