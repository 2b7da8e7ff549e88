package vn.soto.domain.team;

import java.util.Set;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;

/** Finds the teams that a person may belong to; what they say of the person is read of the teams themselves. */
@FunctionalInterface
public interface MemberTeams {

    /** Teams to which the person belongs or has belonged, by all commits that are in the ledger now. */
    Set<TeamId> of(MemberId member);

    /** The same, perhaps without the latest commits: quick. */
    default Set<TeamId> known(MemberId member) {
        return of(member);
    }
}
