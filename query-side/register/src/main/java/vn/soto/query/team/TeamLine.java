package vn.soto.query.team;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.team.TeamLevel;
import vn.soto.contracts.unit.UnitId;

/**
 * A team in one line, on a legal day.
 *
 * @param coverage           units it covered on that day
 * @param members            number of members on that day
 * @param needsConsolidation whether it covered units that were not in force, or was flagged for it
 * @param coming             next change on a later day; absent if none is decided
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TeamLine(
        TeamId team,
        String name,
        TeamLevel level,
        List<UnitId> coverage,
        long members,
        boolean leaderless,
        boolean understaffed,
        boolean ledByAnother,
        boolean needsConsolidation,
        boolean dissolved,
        @Nullable Coming coming) {

    /**
     * The team from the first later day on which it changes.
     *
     * @param otherLeader whether somebody else leads it then
     */
    record Coming(
            LocalDate from,
            String name,
            List<UnitId> coverage,
            long members,
            boolean otherLeader,
            boolean leaderless,
            boolean dissolved) {

        private static Coming of(TeamOnDay now, TeamOnDay later) {
            MemberId leader = later.card().offices().leader();
            return new Coming(
                    later.day(),
                    later.card().name(),
                    later.coverage(),
                    later.members().size(),
                    leader != null && !leader.equals(now.card().offices().leader()),
                    isLeaderless(later),
                    later.status() == TeamOnDay.Status.DISSOLVED);
        }
    }

    private static boolean isLeaderless(TeamOnDay team) {
        return team.status() == TeamOnDay.Status.ACTIVE && team.card().offices().leader() == null;
    }

    /**
     * @param later the team on the day of its next change; empty if none is decided
     * @param gone  units that are not in force
     */
    static TeamLine of(String team, TeamOnDay onDay, Optional<TeamOnDay> later, Set<String> gone) {
        TeamCard card = onDay.card();
        return new TeamLine(
                new TeamId(team),
                card.name(),
                card.level(),
                onDay.coverage(),
                onDay.members().size(),
                isLeaderless(onDay),
                card.flags().understaffed() != null,
                card.flags().ledByAnother() != null,
                card.flags().outdated() != null
                        || onDay.coverage().stream().map(UnitId::value).anyMatch(gone::contains),
                onDay.status() == TeamOnDay.Status.DISSOLVED,
                later.isPresent() ? Coming.of(onDay, later.get()) : null);
    }
}
