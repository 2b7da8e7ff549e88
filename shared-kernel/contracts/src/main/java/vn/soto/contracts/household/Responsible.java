package vn.soto.contracts.household;

import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;

/** Who helps a household: one member of one team. */
public record Responsible(TeamId team, MemberId member) {}
