package vn.soto.domain.team;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
import java.util.List;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MemberOrigin;
import vn.soto.contracts.team.TeamEvent.TeamBroughtUpToDate;
import vn.soto.contracts.team.TeamEvent.TeamFlaggedLedByAnother;
import vn.soto.contracts.team.TeamEvent.TeamFlaggedOutdated;
import vn.soto.contracts.team.TeamEvent.TeamFlaggedUnderstaffed;
import vn.soto.contracts.team.TeamEvent.TeamStaffingRestored;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.team.TeamLevel;
import vn.soto.contracts.unit.UnitId;

/** Flagged states of a team, for people to review; they never refuse a command. */
final class Flags {

    private boolean understaffed;
    private boolean outdated;

    /** Flags the team as understaffed if it has too few members after some have left. */
    void fewer(TeamId team, int members, int minimum, LocalDate since) {
        if (members < minimum) {
            apply(new TeamFlaggedUnderstaffed(team, members, minimum, since));
        }
    }

    /** Ends the flag once enough members have joined. */
    void more(TeamId team, int members, int minimum, LocalDate since) {
        if (understaffed && members >= minimum) {
            apply(new TeamStaffingRestored(team, members, minimum, since));
        }
    }

    /**
     * Flags a leader who is not the unit's head; by the plan of Bình Dương, that head leads a team of a residential
     * unit.
     */
    void ledBy(TeamId team, TeamLevel level, MemberId leader, MemberOrigin organisation, LocalDate since) {
        if (level == TeamLevel.HAMLET && organisation != MemberOrigin.NEIGHBOURHOOD_HEAD) {
            apply(new TeamFlaggedLedByAnother(team, leader, organisation, since));
        }
    }

    /** Reviews the covered units after a change of coverage; without a flag and without a finding there is no event. */
    void covering(TeamId team, List<UnitId> notInForce, LocalDate since) {
        if (outdated || !notInForce.isEmpty()) {
            reviewed(team, notInForce, since);
        }
    }

    void reviewed(TeamId team, List<UnitId> notInForce, LocalDate on) {
        apply(notInForce.isEmpty() ? new TeamBroughtUpToDate(team, on) : new TeamFlaggedOutdated(team, notInForce, on));
    }

    void understaffed(boolean flagged) {
        understaffed = flagged;
    }

    void outdated(boolean flagged) {
        outdated = flagged;
    }
}
