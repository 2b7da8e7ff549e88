package vn.soto.contracts.team;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.soto.contracts.team.TeamEvent.TeamConsolidated;
import vn.soto.contracts.team.TeamEvent.TeamDissolved;

/** Tags of events by the teams that they concern. */
final class TeamTags {

    private TeamTags() {}

    static Set<String> of(TeamEvent event) {
        Stream<TeamId> others = switch (event) {
            case TeamConsolidated consolidated -> consolidated.absorbed().stream();
            case TeamDissolved dissolved -> Stream.ofNullable(dissolved.successor());
            default -> Stream.of();
        };
        return Stream.concat(Stream.of(event.team()), others)
                .map(id -> "team:" + id)
                .collect(Collectors.toUnmodifiableSet());
    }
}
