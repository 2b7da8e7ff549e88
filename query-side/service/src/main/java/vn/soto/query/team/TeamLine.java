package vn.soto.query.team;

import java.util.List;
import java.util.Set;
import vn.soto.contracts.team.TeamLevel;

/**
 * A team in one line, on a legal day.
 *
 * @param coverage           units it covered on that day
 * @param members            number of members on that day
 * @param needsConsolidation whether it covered units that were not in force, or was flagged for it
 */
record TeamLine(
        String team,
        String name,
        TeamLevel level,
        List<String> coverage,
        long members,
        boolean leaderless,
        boolean understaffed,
        boolean ledByAnother,
        boolean needsConsolidation,
        boolean dissolved) {

    /** @param gone units that are not in force */
    static TeamLine of(String team, TeamOnDay onDay, Set<String> gone) {
        TeamCard card = onDay.card();
        return new TeamLine(
                team,
                card.name(),
                card.level(),
                onDay.coverage(),
                onDay.members(),
                onDay.status() == TeamOnDay.Status.ACTIVE && card.offices().leader() == null,
                card.flags().understaffed() != null,
                card.flags().ledByAnother() != null,
                card.flags().outdated() != null || onDay.coverage().stream().anyMatch(gone::contains),
                onDay.status() == TeamOnDay.Status.DISSOLVED);
    }
}
