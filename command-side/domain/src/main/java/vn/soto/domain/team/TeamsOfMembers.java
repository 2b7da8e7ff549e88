package vn.soto.domain.team;

import java.util.Set;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;

/** The teams that a person ever belonged to, at the tail of the ledger; no aggregate knows them. */
@FunctionalInterface
public interface TeamsOfMembers {

    /** A ledger without teams. */
    TeamsOfMembers NONE = member -> Set.of();

    /** Empty for somebody who never was a member. */
    Set<TeamId> of(MemberId member);
}
