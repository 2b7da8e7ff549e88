package vn.soto.contracts.access;

import java.util.Set;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;

/**
 * That a member may act for a team on a day: the membership includes the day and is not suspended on it.
 *
 * @param leads    whether the member leads the team on the day
 * @param coverage units that the team covers on the day
 */
public record Belonging(TeamId team, MemberId member, boolean leads, Set<UnitId> coverage) {

    public Belonging {
        coverage = Set.copyOf(coverage);
    }
}
