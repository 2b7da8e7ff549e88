package vn.soto.contracts.team;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.soto.contracts.team.TeamEvent.TeamConsolidated;
import vn.soto.contracts.team.TeamEvent.TeamDissolved;

/** Tags of events by the teams that they concern. */
public final class TeamTags {

    private static final String TEAM = "team:";

    private TeamTags() {}

    static Set<String> of(TeamEvent event) {
        Stream<TeamId> others = switch (event) {
            case TeamConsolidated consolidated -> consolidated.absorbed().stream();
            case TeamDissolved dissolved -> Stream.ofNullable(dissolved.successor());
            default -> Stream.of();
        };
        return Stream.concat(Stream.of(event.team()), others)
                .map(id -> TEAM + id)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The teams that tags name, in their order. */
    public static List<TeamId> teams(Collection<String> tags) {
        List<TeamId> teams = new ArrayList<>();
        for (String tag : tags) {
            if (tag.startsWith(TEAM)) {
                teams.add(new TeamId(tag.substring(TEAM.length())));
            }
        }
        return teams;
    }
}
