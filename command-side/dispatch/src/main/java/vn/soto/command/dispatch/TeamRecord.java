package vn.soto.command.dispatch;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.assistance.Beneficiary;
import vn.soto.contracts.team.MemberId;
import vn.soto.domain.team.Team;

/**
 * What rests on facts of a team: a record of help, of an outreach session or of a training, or a member's responsibility for
 * a household.
 *
 * @param id      of the record, distinct over all kinds
 * @param members who acted for the team on that day
 * @param place   whose unit the team had to cover on that day; absent for a training
 */
record TeamRecord(
        String id,
        LocalDate day,
        List<MemberId> members,
        @Nullable Beneficiary place) {

    /** Whether the members belonged to the team; but for a training they must not have been suspended. */
    boolean isOfMembers(Team team) {
        return members.stream()
                .allMatch(member -> place == null ? team.wasMember(member, day) : team.wasActive(member, day));
    }
}
