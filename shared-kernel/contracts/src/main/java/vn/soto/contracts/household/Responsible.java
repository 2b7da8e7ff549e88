package vn.soto.contracts.household;

import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;

/** A household's responsible member, and the team for which the member helps it. */
public record Responsible(TeamId team, MemberId member) {}
