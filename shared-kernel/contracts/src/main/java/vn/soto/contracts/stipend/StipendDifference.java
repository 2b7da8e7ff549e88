package vn.soto.contracts.stipend;

import org.jspecify.annotations.Nullable;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;

/**
 * A line whose amount a further version changes, in whole đồng.
 *
 * @param member absent where the lump sum goes to the team
 * @param before 0 if the version before has no such line
 * @param after  0 if this version has no such line
 */
public record StipendDifference(TeamId team, @Nullable MemberId member, long before, long after) {}
