package vn.soto.domain.team;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
import java.util.List;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MemberOrigin;
import vn.soto.contracts.team.TeamEvent;
import vn.soto.contracts.team.TeamEvent.TeamBroughtUpToDate;
import vn.soto.contracts.team.TeamEvent.TeamFlaggedLedByAnother;
import vn.soto.contracts.team.TeamEvent.TeamFlaggedOutdated;
import vn.soto.contracts.team.TeamEvent.TeamFlaggedUnderstaffed;
import vn.soto.contracts.team.TeamEvent.TeamStaffingRestored;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.team.TeamLevel;
import vn.soto.contracts.unit.UnitId;

/** States of a team that people are to look at; none of them stops anything. */
final class Flags {

    private boolean understaffed;
    private boolean outdated;

    /** Somebody left. */
    void fewer(TeamId team, int members, int minimum, LocalDate since) {
        if (members < minimum) {
            apply(new TeamFlaggedUnderstaffed(team, members, minimum, since));
        }
    }

    /** Somebody came. */
    void more(TeamId team, int members, int minimum, LocalDate since) {
        if (understaffed && members >= minimum) {
            apply(new TeamStaffingRestored(team, members, minimum, since));
        }
    }

    /** A decision names all members. */
    void staffed(TeamId team, int members, int minimum, LocalDate since) {
        fewer(team, members, minimum, since);
        more(team, members, minimum, since);
    }

    /** A team of a residential unit is led by the unit's head, by the plan of Bình Dương. */
    void ledBy(TeamId team, TeamLevel level, MemberId leader, MemberOrigin organisation, LocalDate since) {
        if (level == TeamLevel.HAMLET && organisation != MemberOrigin.NEIGHBOURHOOD_HEAD) {
            apply(new TeamFlaggedLedByAnother(team, leader, organisation, since));
        }
    }

    /** Other units are covered than before. */
    void covering(TeamId team, List<UnitId> notInForce, LocalDate since) {
        if (outdated || !notInForce.isEmpty()) {
            reviewed(team, notInForce, since);
        }
    }

    void reviewed(TeamId team, List<UnitId> notInForce, LocalDate on) {
        apply(notInForce.isEmpty() ? new TeamBroughtUpToDate(team, on) : new TeamFlaggedOutdated(team, notInForce, on));
    }

    void evolve(TeamEvent event) {
        switch (event) {
            case TeamFlaggedUnderstaffed flagged -> understaffed = true;
            case TeamStaffingRestored restored -> understaffed = false;
            case TeamFlaggedOutdated flagged -> outdated = true;
            case TeamBroughtUpToDate done -> outdated = false;
            default -> {}
        }
    }
}
