package vn.soto.query.team;

import java.util.List;

/**
 * A team in one line.
 *
 * @param members whose membership has not ended
 */
record TeamLine(
        String team, String name, List<String> coverage, long members, boolean leaderless, boolean understaffed) {

    static TeamLine of(String team, TeamCard card) {
        return new TeamLine(
                team,
                card.name(),
                card.coverage(),
                card.members().stream().filter(m -> m.until() == null).count(),
                card.leader() == null,
                card.understaffed() != null);
    }
}
