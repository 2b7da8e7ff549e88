package vn.soto.contracts.audit;

import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;

/**
 * A record of help that may be drawn.
 *
 * @param team   that recorded it
 * @param member first helper, to whose stratum it belongs
 */
public record FrameRecord(AssistanceId assistance, TeamId team, MemberId member) {}
