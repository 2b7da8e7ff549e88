package vn.soto.contracts.household;

import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;

/** A member and the team for which the member acts: responsible for a household, following up or helping along. */
public record Responsible(TeamId team, MemberId member) {}
