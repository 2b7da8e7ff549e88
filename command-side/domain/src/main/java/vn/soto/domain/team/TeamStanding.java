package vn.soto.domain.team;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import vn.soto.contracts.access.Belonging;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MembershipState;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;

/**
 * The facts of a team on which rights of a day rest: the members who may act for it, its leader and its units.
 *
 * @param coverage units covered on the day; before the team's first day those it begins with, after its last the last ones
 */
public record TeamStanding(TeamId team, String name, Set<UnitId> coverage) {

    /** Asked of a team that was read. */
    public static TeamStanding of(Team team, LocalDate day) {
        return new TeamStanding(team.id, team.existence.nameOn(day), team.territory.on(day));
    }

    /** The member's belonging to the team on that day; empty for others, and while suspended. */
    public static Optional<Belonging> belonging(Team team, MemberId member, LocalDate day) {
        return team.wasActive(member, day) && team.existedOn(day)
                ? Optional.of(new Belonging(team.id, member, team.offices.led(member, day), team.territory.on(day)))
                : Optional.empty();
    }

    /** Whether a membership includes the day or a later one. */
    public static boolean lasts(Team team, MemberId member, LocalDate day) {
        return team.roster.lasts(member, day) && !team.existence.endedBefore(day);
    }

    /** The membership that includes the day; empty for a person who is no member then. */
    public static Optional<MembershipState> membership(Team team, MemberId member, LocalDate day) {
        return team.roster.on(member, day);
    }
}
