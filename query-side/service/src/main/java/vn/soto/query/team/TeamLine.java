package vn.soto.query.team;

import java.util.List;
import java.util.Set;
import vn.soto.contracts.team.TeamLevel;

/**
 * A team in one line.
 *
 * @param members            number of members whose membership has not ended
 * @param needsConsolidation whether it covers units that are not in force, or was flagged for it
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
    static TeamLine of(String team, TeamCard card, Set<String> gone) {
        return new TeamLine(
                team,
                card.name(),
                card.level(),
                card.coverage(),
                card.members().stream().filter(m -> m.until() == null).count(),
                card.dissolution() == null && card.offices().leader() == null,
                card.flags().understaffed() != null,
                card.flags().ledByAnother() != null,
                card.flags().outdated() != null || card.coverage().stream().anyMatch(gone::contains),
                card.dissolution() != null);
    }
}
