package vn.soto.query.detection;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The records of a commune's teams in a quarter: the usual practice there, and the members who work together. Detectors
 * see of other teams what they see of a team.
 *
 * @param teams in the order of their ids
 */
record CommuneQuarter(List<TeamQuarter> teams) {

    CommuneQuarter {
        teams = List.copyOf(teams);
    }

    Optional<TeamQuarter> team(String id) {
        return teams.stream().filter(each -> each.team().value().equals(id)).findFirst();
    }

    Stream<HelpRow> undone() {
        return teams.stream().flatMap(team -> team.undone().stream());
    }

    Stream<HelpRow> help() {
        return teams.stream().flatMap(team -> team.help().stream());
    }
}
