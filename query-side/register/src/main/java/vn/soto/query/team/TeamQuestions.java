package vn.soto.query.team;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.team.TeamLevel;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitLineage;
import vn.soto.query.http.Asked;
import vn.soto.query.http.ListedPage;
import vn.soto.query.http.Query;
import vn.soto.query.http.Range;
import vn.soto.query.organisation.Supporters;
import vn.soto.query.problem.QueryProblemException;
import vn.soto.query.unit.EndedUnitLists;
import vn.soto.query.unit.UnitOnDay;
import vn.soto.query.unit.Units;
import vn.soto.web.EndpointRight;
import vn.soto.web.VietnameseOrder;

@RestController
record TeamQuestions(
        Teams teams,
        Units units,
        CoveredUnits covered,
        EndedUnitLists ended,
        Supporters supporters,
        CountedTrainings trainings,
        CardHistory history) {

    /**
     * Lists by name the teams that covered a residential unit in {@code unit}, or in units it had taken over, on the
     * day {@code on} or today. Without {@code unit} it lists all teams of that day.
     *
     * @param from number of the page's first in the list, counted from 0
     */
    @Query(at = "/api/teams", right = EndpointRight.REFERENCE)
    ListedPage<TeamLine> list(
            Asked asked,
            @RequestParam Optional<String> unit,
            @RequestParam Optional<LocalDate> on,
            @RequestParam Optional<Long> from,
            @RequestParam Optional<Long> limit) {
        long asOf = asked.asOf();
        ListedPage.Bounds wanted = asked.page(from, limit);
        LocalDate day = asked.on(on);
        unit.ifPresent(id -> {
            requireKnown(id, asOf);
            ended.check("/api/teams", id, day, asOf);
        });
        List<String> within = units.within(unit.orElseGet(Units::root), day, asOf);
        Set<String> covering = teams.covering(within, asOf, day).values().stream()
                .flatMap(Collection::stream)
                .collect(Collectors.toSet());
        List<Map.Entry<String, TeamOnDay>> byName = VietnameseOrder.sorted(
                teams.on(covering, day, asOf).entrySet(),
                team -> team.getValue().card().name(),
                Map.Entry::getKey);
        return ListedPage.of(byName, wanted).with(shown -> lines(shown, day, asOf));
    }

    private List<TeamLine> lines(List<Map.Entry<String, TeamOnDay>> shown, LocalDate day, long asOf) {
        Set<String> gone = notInForce(shown.stream().map(Map.Entry::getValue).toList(), day, asOf);
        return shown.stream()
                .map(team -> TeamLine.of(
                        team.getKey(), team.getValue(), teams.next(team.getKey(), team.getValue(), asOf), gone))
                .toList();
    }

    private void requireKnown(String unit, long asOf) {
        if (units.find(unit, asOf).isEmpty()) {
            throw QueryProblemException.absent("unit", unit);
        }
    }

    /** Those units covered by the teams on a day that are not in force then. */
    private Set<String> notInForce(Collection<TeamOnDay> found, LocalDate day, long asOf) {
        Set<String> covered = found.stream()
                .flatMap(team -> team.coverage().stream())
                .map(UnitId::value)
                .collect(Collectors.toSet());
        return units.find(covered, day, asOf).values().stream()
                .filter(unit -> !unit.inForce())
                .map(UnitOnDay::id)
                .collect(Collectors.toSet());
    }

    /** A team's card on the day {@code on}, or today. */
    @Query(at = "/api/teams/{team}", right = EndpointRight.SUPPORT, of = "team")
    TeamView team(Asked asked, @PathVariable String team, @RequestParam Optional<LocalDate> on) {
        long asOf = asked.asOf();
        LocalDate day = asked.on(on);
        TeamOnDay found = teams.on(team, day, asOf).orElseThrow(() -> QueryProblemException.absent("team", team));
        Optional<TeamOnDay> later = teams.next(team, found, asOf);
        asked.refusedNow(teams.stage(team, asked.today(), asOf).refusals(asked.today()));
        return TeamView.of(
                team,
                found,
                later,
                notInForce(List.of(found), day, asOf),
                supporters.of(team, day, asOf),
                trainings.count(team, day, asOf));
    }

    /**
     * The residential units in force in a unit on the day {@code on}, or today, with their teams of that day. Units
     * with no or two teams are marked. A team of a unit that has become this one, or a part of it, works here until it
     * is consolidated.
     *
     * @param from number of the page's first in the list, counted from 0
     */
    @Query(at = "/api/units/{unit}/coverage", right = EndpointRight.REFERENCE)
    ListedPage<CoverageLine> coverage(
            Asked asked,
            @PathVariable String unit,
            @RequestParam Optional<LocalDate> on,
            @RequestParam Optional<Long> from,
            @RequestParam Optional<Long> limit) {
        long asOf = asked.asOf();
        ListedPage.Bounds wanted = asked.page(from, limit);
        LocalDate day = asked.on(on);
        requireKnown(unit, asOf);
        ended.check("/api/units/{unit}/coverage", unit, day, asOf);
        return ListedPage.of(covered.in(unit, day, asOf), wanted).with(shown -> coverage(shown, day, asOf));
    }

    private List<CoverageLine> coverage(List<UnitOnDay> shown, LocalDate day, long asOf) {
        UnitLineage lineage = units.lineage(day, asOf);
        Map<String, Map<String, TeamLevel>> levels = teams.levels(
                shown.stream()
                        .flatMap(found -> covering(found, lineage))
                        .distinct()
                        .toList(),
                asOf,
                day);
        return shown.stream()
                .map(found -> CoverageLine.of(
                        found,
                        levels.getOrDefault(found.id(), Map.of()),
                        covering(found, lineage)
                                .filter(each -> !each.equals(found.id()))
                                .sorted()
                                .flatMap(each -> CoverageLine.through(each, levels.getOrDefault(each, Map.of())))
                                .toList()))
                .toList();
    }

    private static Stream<String> covering(UnitOnDay unit, UnitLineage lineage) {
        return lineage.covering(new UnitId(unit.id())).stream().map(UnitId::value);
    }

    /**
     * @param from    commit before which nothing is compared: the card as it was after it
     * @param changes the fields that differ, whatever day they hold from
     */
    record Changes(TeamId team, long from, long to, List<CardChange> changes) {}

    /** Without {@code to} up to the answer's commit; without {@code from} what {@code to} alone changed, which is one step of a history. */
    @Query(at = "/api/teams/{team}/changes", right = EndpointRight.RECORDS, of = "team", name = "card-changes-changes")
    Changes changes(
            Asked asked,
            @PathVariable String team,
            @RequestParam Optional<Long> from,
            @RequestParam Optional<Long> to) {
        long asOf = asked.asOf();
        Locale language = asked.language();
        new Range("from", 0, asOf).check(from);
        long last = new Range("to", from.orElse(1L), asOf).check(to).orElse(asOf);
        teams.requireKnown(team, asOf);
        long first = from.orElse(Math.max(0, last - 1));
        return new Changes(new TeamId(team), first, last, history.between(team, first, last, language));
    }
}
