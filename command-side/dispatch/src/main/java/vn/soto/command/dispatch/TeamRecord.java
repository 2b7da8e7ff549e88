package vn.soto.command.dispatch;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.assistance.Beneficiary;
import vn.soto.contracts.team.MemberId;
import vn.soto.domain.team.Team;

/**
 * A record that rests on facts of a team: help, an outreach session, a training, or a member's responsibility for a
 * household.
 *
 * @param id      of the record, distinct over all kinds
 * @param members members who acted for the team on that day
 * @param acting  whether they must not have been suspended; for a training they may
 * @param place   place in a unit that the team had to cover on that day. Absent for a training, for help along with
 *     another team, and for duty at the public-service centre.
 */
record TeamRecord(
        String id,
        LocalDate day,
        List<MemberId> members,
        boolean acting,
        @Nullable Beneficiary place) {

    /** Whether the members belonged to the team, and could act for it where they must. */
    boolean isOfMembers(Team team) {
        return members.stream().allMatch(member -> acting ? team.wasActive(member, day) : team.wasMember(member, day));
    }

    /** The same, begun on another day. */
    TeamRecord since(LocalDate right) {
        return new TeamRecord(id, right, members, acting, place);
    }
}
