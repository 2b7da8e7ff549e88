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
 * The facts of a team on which rights rest: the members who may act for it, its leader on a day, and its units.
 *
 * @param coverage units as decided last; of a team that has ended, those it covered to the last
 */
public record TeamStanding(TeamId team, String name, Set<UnitId> coverage) {

    /** Asked of a team that was read. */
    public static TeamStanding of(Team team) {
        return new TeamStanding(team.id, team.existence.name(), team.territory.latest());
    }

    /** The member's belonging to the team on that day; empty for others, and while suspended. */
    public static Optional<Belonging> belonging(Team team, MemberId member, LocalDate day) {
        return team.wasActive(member, day) && team.existedOn(day)
                ? Optional.of(new Belonging(team.id, member, team.offices.led(member, day), team.territory.latest()))
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
