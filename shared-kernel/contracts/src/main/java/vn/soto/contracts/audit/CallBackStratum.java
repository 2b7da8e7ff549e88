package vn.soto.contracts.audit;

import java.util.List;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;

/**
 * The records of one member of one team, some or all of which are drawn.
 *
 * @param records     number of records from which they are drawn
 * @param recordsHash SHA-256 of their ids, see FORMAT.md: whoever draws again can tell that the records are the same
 * @param drawn       records to call back about, in the order of their lots
 */
public record CallBackStratum(TeamId team, MemberId member, int records, String recordsHash, List<AssistanceId> drawn) {

    public CallBackStratum {
        drawn = List.copyOf(drawn);
    }
}
