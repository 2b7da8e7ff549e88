package vn.soto.query.activity;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.soto.contracts.assistance.ResultKind;
import vn.soto.contracts.outreach.OutreachFigures;
import vn.soto.contracts.people.People;
import vn.soto.contracts.report.Indicators;
import vn.soto.contracts.shared.Quarter;
import vn.soto.query.activity.Dashboard.Figures;
import vn.soto.query.activity.PeopleView.LiteracyLine;
import vn.soto.query.activity.PeopleView.Number;
import vn.soto.query.catalogue.Catalogues;
import vn.soto.query.http.Asked;
import vn.soto.query.http.Query;
import vn.soto.query.people.CountedPeople;
import vn.soto.query.people.CountedPeople.Count;
import vn.soto.query.people.StatedPeople;
import vn.soto.query.period.UnitPeriods;
import vn.soto.query.period.UnitPeriods.UnitQuarter;
import vn.soto.query.problem.QueryProblemException;
import vn.soto.query.unit.Boundaries;
import vn.soto.query.unit.UnitOnDay;
import vn.soto.query.unit.Units;
import vn.soto.web.EndpointRight;

/** Answers how many people a unit has, how many of them have basic digital skills, and how many members it has for them. */
@RestController
record PeopleQuestions(
        Dashboards dashboards,
        CountedPeople people,
        Units units,
        UnitPeriods periods,
        TeamFiguresOfUnits ofTeams,
        Catalogues catalogues) {

    /** Figures of teams that tell how many they guided. */
    private static final Map<People, String> GUIDED = Map.of(
            People.CONFIRMED_ADULTS,
            Indicators.code("R", ResultKind.SKILLS_CONFIRMED),
            People.SKILLED_ADULTS,
            OutreachFigures.REACHED);

    /** Without {@code quarter}, the current one. Its days are those of the reporting period, its units those of its last day. */
    @Query(at = "/api/units/{unit}/people", right = EndpointRight.FIGURES, of = "unit", part = true)
    PeopleView people(Asked asked, @PathVariable String unit, @RequestParam Optional<Quarter> quarter) {
        long asOf = asked.asOf();
        UnitQuarter days = periods.of(unit, quarter, Optional.empty(), asked.today(), asOf);
        Dashboard dashboard = dashboards
                .find(unit, days, Boundaries.AS_WAS, asOf, asked.today())
                .orElseThrow(() -> QueryProblemException.absent("unit", unit));
        Map<People, Number> numbers =
                numbers(unit, dashboard.staffOn(), asOf, people.history(unit, asOf, asked.language()));
        Map<String, Long> guided = ofTeams.of(unit, GUIDED.values(), days.days(), dashboard.boundariesOn(), asOf);
        Figures total = dashboard.total();
        long members = total.staff().members();
        return new PeopleView(
                dashboard.unit(),
                dashboard.quarter(),
                dashboard.firstDay(),
                dashboard.lastDay(),
                dashboard.staffOn(),
                members,
                total.households().registered(),
                ratio(members * 100, persons(numbers, People.RESIDENTS), 2),
                ratio(total.households().registered(), members, 1),
                People.lines().stream().map(line -> line(line, numbers, guided)).toList(),
                List.copyOf(numbers.values()),
                catalogues
                        .groupsOn(dashboard.staffOn(), asOf)
                        .map(adopted -> SkillHelp.of(adopted, total.activity().byCode(), asked.language()))
                        .orElse(null));
    }

    private static @Nullable Long persons(Map<People, Number> numbers, People people) {
        return Optional.ofNullable(numbers.get(people)).map(Number::persons).orElse(null);
    }

    private static LiteracyLine line(People people, Map<People, Number> numbers, Map<String, Long> guided) {
        Long persons = persons(numbers, people);
        Long whole = people.whole().map(all -> persons(numbers, all)).orElse(null);
        BigDecimal permille = persons == null ? null : ratio(persons * 1000, whole, 0);
        return new LiteracyLine(
                people,
                persons,
                whole,
                permille == null ? null : permille.longValueExact(),
                guided.get(GUIDED.getOrDefault(people, "")));
    }

    private static @Nullable BigDecimal ratio(long numerator, @Nullable Long denominator, int digits) {
        return denominator == null || denominator == 0
                ? null
                : BigDecimal.valueOf(numerator).divide(BigDecimal.valueOf(denominator), digits, RoundingMode.HALF_UP);
    }

    /** In the order of {@link People}. */
    private Map<People, Number> numbers(
            String unit, LocalDate day, long asOf, Map<People, List<StatedPeople>> history) {
        List<String> below = units.children(unit, day, asOf).stream()
                .filter(UnitOnDay::inForce)
                .map(UnitOnDay::id)
                .toList();
        Map<String, Map<People, Count>> known =
                people.of(Stream.concat(Stream.of(unit), below.stream()).toList(), day, asOf);
        Map<People, Number> numbers = new EnumMap<>(People.class);
        for (People each : People.values()) {
            Count own = known.getOrDefault(unit, Map.of()).get(each);
            List<Count> parts = below.stream()
                    .flatMap(part ->
                            Stream.ofNullable(known.getOrDefault(part, Map.of()).get(each)))
                    .toList();
            numbers.put(each, number(each, own, parts, below.size(), history.getOrDefault(each, List.of())));
        }
        return numbers;
    }

    /** The unit's own number, or the sum of those below if each of them has one. */
    private static Number number(
            People people, @Nullable Count own, List<Count> parts, int below, List<StatedPeople> history) {
        if (own != null) {
            return new Number(people, own.persons(), own.on(), own.source(), null, null, history);
        }
        if (parts.isEmpty() || parts.size() < below) {
            return new Number(people, null, null, null, null, below == 0 ? null : below - parts.size(), history);
        }
        long sum = parts.stream().mapToLong(Count::persons).sum();
        return new Number(people, sum, null, null, below, null, history);
    }
}
