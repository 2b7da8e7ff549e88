package vn.soto.query.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import vn.soto.ledger.LedgerReader;
import vn.soto.query.config.QuerySideConfiguration;
import vn.soto.query.event.EventLoader;
import vn.soto.query.event.EventLoader.Body;
import vn.soto.query.event.FigureEvidence;
import vn.soto.query.event.Histories;
import vn.soto.query.event.Place;
import vn.soto.query.household.HouseholdEvidence;
import vn.soto.query.household.Registrations;
import vn.soto.query.household.Registrations.Registered;
import vn.soto.query.indicator.IndicatorTexts;
import vn.soto.query.report.Reports.Sight;
import vn.soto.query.resident.HouseholdsByUnit;
import vn.soto.query.unit.Unit;
import vn.soto.query.unit.Units;

/**
 * H03 of a report: the households in the team's units for which nobody could act on the quarter's last day. Not stored
 * with the report, because who lives where is no event of the team; it follows from the ledger up to a commit.
 */
@Component
record UnassignedHouseholds(
        Registrations registrations,
        HouseholdsByUnit residents,
        Units units,
        Histories histories,
        HouseholdEvidence evidence,
        EventLoader events,
        @Qualifier(QuerySideConfiguration.SUPPOSABLE) LedgerReader ledger) {

    long count(Sight sight, long commit) {
        return registrations
                .ofTeam(sight.team().value(), sight.days().lastDay(), commit)
                .unassigned();
    }

    /** Those of the version or draft, in the order of their entry. */
    List<Registered> of(Sight sight) {
        return registrations
                .inAreaOf(
                        sight.team().value(),
                        sight.days().lastDay(),
                        sight.pin().commit())
                .stream()
                .filter(household -> !household.assigned())
                .sorted(Comparator.comparingLong(
                        household -> household.resident().rows().getFirst().position()))
                .toList();
    }

    List<List<FigureEvidence>> entries(Sight sight, List<Registered> page, Locale language) {
        return evidence.of(page, sight.days().lastDay(), language, sight.pin().commit());
    }

    /** A change of the figure and the place of the event that made it. */
    record Step(FigureStep step, Place place) {}

    /** The changes between the version and the query, oldest first; they add up to the figure's difference. */
    List<Step> steps(Sight sight) {
        List<Step> steps = new ArrayList<>();
        long known = count(sight, sight.pin().commit());
        List<Place> places = places(sight);
        for (int i = 0; i < places.size(); i++) {
            Place place = places.get(i);
            if (i > 0 && places.get(i - 1).commit() == place.commit()) {
                continue;
            }
            long now = count(sight, place.commit());
            if (now != known) {
                steps.add(
                        new Step(new FigureStep(IndicatorTexts.UNASSIGNED, place.position(), known, now, null), place));
            }
            known = now;
        }
        return steps;
    }

    Map<Long, Body> bodies(List<Step> steps) {
        Map<Long, Body> bodies = new HashMap<>();
        events.of(steps.stream().map(Step::place).toList()).forEach(body -> bodies.put(body.position(), body));
        return bodies;
    }

    /** The events since the version that may change it: of households and units of the area, and of teams responsible there. */
    private List<Place> places(Sight sight) {
        Set<String> area = new LinkedHashSet<>();
        Set<String> teams = new LinkedHashSet<>(Set.of(sight.team().value()));
        for (long commit : List.of(sight.pin().commit(), sight.now().commit())) {
            List<String> then =
                    registrations.area(sight.team().value(), sight.days().lastDay(), commit);
            area.addAll(then);
            residents
                    .charges(then, sight.days().lastDay(), commit)
                    .values()
                    .forEach(charges -> teams.addAll(charges.byMember().keySet()));
        }
        Stream<Place> households = area.stream()
                .flatMap(unit -> residents.rows(unit, sight.now().commit()).stream())
                .map(row -> new Place(row.position(), row.commit()));
        Stream<Place> members = teams.stream()
                .flatMap(team -> histories.of(team, sight.now().commit()).stream())
                .map(body -> new Place(body.position(), body.commit().number()));
        Stream<Place> changes = area.stream()
                .flatMap(unit -> units.find(unit, sight.now().commit()).stream())
                .flatMap(unit -> Stream.<Unit.Known>concat(unit.steps().stream(), unit.taken().stream()))
                .flatMap(this::places);
        return Stream.of(households, members, changes)
                .flatMap(each -> each)
                .filter(place -> place.commit() > sight.pin().commit()
                        && place.commit() <= sight.now().commit())
                .sorted(Comparator.comparingLong(Place::position))
                .toList();
    }

    private Stream<Place> places(Unit.Known change) {
        Long undone = change.undone();
        return Stream.concat(
                Stream.of(new Place(change.position(), change.commit())),
                Stream.ofNullable(undone)
                        .flatMap(commit -> ledger.commit(Objects.requireNonNull(commit)).stream())
                        .map(commit -> new Place(commit.first(), commit.number())));
    }
}
