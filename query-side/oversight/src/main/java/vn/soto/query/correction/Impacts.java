package vn.soto.query.correction;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.team.TeamId;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.LedgerReader;
import vn.soto.projection.Projector;
import vn.soto.projection.StoreFailure;
import vn.soto.projection.supposed.SupposableDocuments;
import vn.soto.projection.supposed.Supposition;
import vn.soto.projection.supposed.Supposition.Supposed;
import vn.soto.query.activity.UnitQuarters;
import vn.soto.query.correction.AffectedPlaces.TeamsAndUnits;
import vn.soto.query.correction.ChangedFigures.UnitSides;
import vn.soto.query.correction.ImpactView.TouchedReport;
import vn.soto.query.correction.ImpactView.TouchedUnitReport;
import vn.soto.query.correction.RoundImpacts.TouchedRounds;
import vn.soto.query.problem.QueryProblemException;
import vn.soto.query.reading.Reader;
import vn.soto.query.reading.Requirement;
import vn.soto.query.report.TeamQuarters;
import vn.soto.query.report.TeamQuarters.ReportStanding;
import vn.soto.query.report.TeamQuarters.TeamQuarter;
import vn.soto.query.subject.IdKind;
import vn.soto.query.unit.Boundaries;
import vn.soto.web.EndpointRight;

/** Works out what events would change: the answers with them, compared with those without, of the same documents. */
@Component
record Impacts(
        SupposableDocuments documents,
        List<Projector> projectors,
        LedgerReader ledger,
        AffectedPlaces places,
        TeamQuarters teams,
        UnitQuarters units,
        UnitReportImpacts unitReports,
        RoundImpacts rounds,
        Clock clock) {

    private static final Logger LOG = LoggerFactory.getLogger(Impacts.class);
    private static final int MOST_TEAMS = 40;
    private static final int MOST_DASHBOARDS = 400;
    private static final int MOST_UNIT_REPORTS = 200;

    /** Of units: households registered, and members, are counted in all quarters since. */
    private static final int LATEST_QUARTERS = 12;

    private static final Requirement DASHBOARD = new Requirement(EndpointRight.FIGURES, "unit", true);

    /**
     * In the area of the reader of the answer being made, by the documents that there are: no supposed event widens it.
     *
     * @param events that the reader may see
     */
    ImpactView of(List<Supposed> events, Instant at, Locale language) {
        try {
            return worked(events, at, language);
        } catch (QueryProblemException | LedgerException e) {
            throw e;
        } catch (RuntimeException unfit) {
            if (StoreFailure.is(unfit)) {
                throw unfit;
            }
            // A projector or an answer that meets events of a caller which no command decides.
            LOG.info(
                    "supposed events do not fit the ledger: {}",
                    unfit.getClass().getName());
            throw QueryProblemException.badEvents(SupposedEvents.MOST);
        }
    }

    private Supposition supposed(List<Supposed> events, Instant at) {
        String account = Reader.current().asker().account();
        return Supposition.of(documents, projectors, ledger.tail(), at, account, events);
    }

    private ImpactView worked(List<Supposed> events, Instant at, Locale language) {
        LocalDate today = VietnamTime.day(clock.instant());
        Supposition supposition = supposed(events, at);
        TeamsAndUnits affected = supposition
                .without(asOf -> places.of(events, today, asOf))
                .and(supposition.with(asOf -> places.of(events, today, asOf)));
        Set<String> seen = Reader.current().reached(EndpointRight.FIGURES, IdKind.TEAM, affected.teams());
        ChangedFigures figures = new ChangedFigures(language);
        List<TouchedReport> reports = new ArrayList<>();
        SortedSet<Quarter> quarters = new TreeSet<>(Comparator.reverseOrder());
        SortedSet<Quarter> lived = new TreeSet<>(Comparator.reverseOrder());
        Map<String, TeamSides> looked = new LinkedHashMap<>();
        for (String team : limited(new TreeSet<>(seen), MOST_TEAMS)) {
            TeamSides sides = new TeamSides(
                    supposition.without(asOf -> teams.of(team, today, asOf)),
                    supposition.with(asOf -> teams.of(team, today, asOf)));
            looked.put(team, sides);
            lived.addAll(sides.quarters());
            quarters.addAll(compare(team, sides, figures, reports));
        }
        quarters.addAll(latest(supposition, lived, today));
        List<UnitQuarter> places = places(supposition, affected.units(), quarters, today);
        List<UnitQuarter> dashboards = seen(places);
        for (UnitQuarter each : limited(dashboards, MOST_DASHBOARDS)) {
            figures.unit(each.unit, each.quarter, sides(supposition, each, today));
        }
        Set<String> all = units(places);
        List<TouchedUnitReport> above = unitReports.of(supposition, all, quarters, looked);
        TouchedRounds honours = rounds.of(supposition, events, all, affected.teams(), today);
        boolean lookedAtAll = seen.size() <= MOST_TEAMS && dashboards.size() <= MOST_DASHBOARDS;
        return new ImpactView(
                figures.all(),
                !lookedAtAll || above.size() > MOST_UNIT_REPORTS || honours.more() || figures.more(),
                List.copyOf(reports),
                limited(above, MOST_UNIT_REPORTS),
                honours.rounds(),
                figures.unchanged());
    }

    private static <T> List<T> limited(Collection<T> all, int most) {
        return all.stream().limit(most).toList();
    }

    /** Returns the quarters in which a figure would change. */
    private static Set<Quarter> compare(
            String team, TeamSides sides, ChangedFigures figures, List<TouchedReport> reports) {
        Set<Quarter> changed = new TreeSet<>();
        for (Quarter quarter : sides.quarters()) {
            @Nullable TeamQuarter before = sides.without().get(quarter);
            @Nullable TeamQuarter after = sides.with().get(quarter);
            boolean differs = figures.team(team, quarter, before, after);
            if (differs) {
                changed.add(quarter);
            }
            ReportStanding was = TeamSides.standing(before);
            ReportStanding will = TeamSides.standing(after);
            if (will != null && (differs || !will.equals(was))) {
                reports.add(touched(team, quarter, was, will));
            }
        }
        return changed;
    }

    private static TouchedReport touched(
            String team, Quarter quarter, @Nullable ReportStanding was, ReportStanding will) {
        return new TouchedReport(
                new TeamId(team),
                quarter.toString(),
                will.version(),
                will.state(),
                will.matches(),
                was != null && was.outdated(),
                will.outdated(),
                was == null ? 0 : was.differing(),
                will.differing());
    }

    private Map<Boundaries, UnitSides> sides(Supposition supposition, UnitQuarter of, LocalDate today) {
        Map<Boundaries, UnitSides> sides = new EnumMap<>(Boundaries.class);
        (of.there ? EnumSet.allOf(Boundaries.class) : EnumSet.of(Boundaries.AS_NOW))
                .forEach(boundaries -> sides.put(
                        boundaries,
                        new UnitSides(
                                supposition.without(asOf -> units.of(of.unit, of.quarter, boundaries, today, asOf)),
                                supposition.with(asOf -> units.of(of.unit, of.quarter, boundaries, today, asOf)))));
        return sides;
    }

    /** The latest quarters of the teams, or of all, and those of documents that the events change, by whichever calendar. */
    private Set<Quarter> latest(Supposition supposition, Set<Quarter> lived, LocalDate today) {
        Set<Quarter> quarters = new TreeSet<>();
        Stream<Quarter> known =
                lived.isEmpty() ? Stream.iterate(QuarterCalendar.latest(today), Quarter::previous) : lived.stream();
        known.limit(LATEST_QUARTERS).forEach(quarters::add);
        supposition
                .changed()
                .flatMap(id -> AffectedPlaces.quarter(id).stream())
                .flatMap(Quarter::around)
                .forEach(quarters::add);
        return quarters;
    }

    /** @param there whether it is affected in the units of the quarter; otherwise in those of today alone */
    private record UnitQuarter(String unit, Quarter quarter, boolean there) {}

    /** The units and those above them, by the places of each quarter, and by those of today. */
    private List<UnitQuarter> places(
            Supposition supposition, Collection<String> affected, Set<Quarter> quarters, LocalDate today) {
        Set<String> now = supposition.either(asOf -> places.counting(affected, today, asOf));
        List<UnitQuarter> all = new ArrayList<>();
        for (Quarter quarter : quarters) {
            Set<String> then = new TreeSet<>();
            QuarterCalendar.lastDays(quarter)
                    .map(last -> last.isAfter(today) ? today : last)
                    .distinct()
                    .forEach(day -> then.addAll(supposition.either(asOf -> places.counting(affected, day, asOf))));
            then.forEach(unit -> all.add(new UnitQuarter(unit, quarter, true)));
            now.stream()
                    .filter(unit -> !then.contains(unit))
                    .forEach(unit -> all.add(new UnitQuarter(unit, quarter, false)));
        }
        return all;
    }

    private static Set<String> units(List<UnitQuarter> places) {
        return places.stream().map(UnitQuarter::unit).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Those whose dashboards the reader may see. */
    private static List<UnitQuarter> seen(List<UnitQuarter> places) {
        Set<String> reached = Reader.current().reached(DASHBOARD, IdKind.UNIT, units(places));
        return places.stream().filter(each -> reached.contains(each.unit)).toList();
    }
}
