package vn.soto.query.team;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.soto.contracts.team.TeamLevel;
import vn.soto.projection.Documents;
import vn.soto.projection.VersionedRows;

/**
 * Units that were given to teams: a team's cards tell on which days it covers them.
 *
 * @param teams those that each unit was ever given to
 * @param cards of these teams, after each event
 */
record GivenUnits(Map<String, List<String>> teams, Map<String, List<TeamCard>> cards) {

    /** Makes two queries. */
    static GivenUnits find(Collection<String> units, Documents documents) {
        Map<String, List<String>> teams = TeamProjector.BY_UNIT.find(units, documents);
        List<String> all =
                teams.values().stream().flatMap(List::stream).distinct().toList();
        return new GivenUnits(teams, Team.VERSIONS.find(all, documents));
    }

    /** The first day on which a team covered the unit by any of its cards, and the position of the first card that says so. */
    private record Arrival(String team, LocalDate day, long position) {

        private static final Comparator<Arrival> ORDER =
                Comparator.comparing(Arrival::day).thenComparingLong(Arrival::position);
    }

    /** The teams that cover the unit on a day, in the order of their arrival. */
    Map<String, TeamLevel> levels(String unit, long asOf, LocalDate day) {
        Map<String, TeamLevel> levels = new LinkedHashMap<>();
        List<String> given = teams.getOrDefault(unit, List.of());
        Stream<String> inOrder = given.size() < 2
                ? given.stream()
                : arrivals(unit, asOf).sorted(Arrival.ORDER).map(Arrival::team);
        inOrder.forEach(team -> VersionedRows.last(cards.getOrDefault(team, List.of()), asOf)
                .filter(card -> card.covers(unit, day))
                .ifPresent(card -> levels.put(team, card.level())));
        return levels;
    }

    /** The teams that cover the unit on any day. */
    Stream<String> ever(String unit, long asOf) {
        return arrivals(unit, asOf).map(Arrival::team);
    }

    private Stream<Arrival> arrivals(String unit, long asOf) {
        return teams.getOrDefault(unit, List.of()).stream().flatMap(team -> arrival(team, unit, asOf).stream());
    }

    private Optional<Arrival> arrival(String team, String unit, long asOf) {
        return cards.getOrDefault(team, List.of()).stream()
                .filter(card -> card.commit() <= asOf)
                .flatMap(card -> card.firstDayIn(unit).map(day -> new Arrival(team, day, card.position())).stream())
                .min(Arrival.ORDER);
    }
}
