package vn.soto.query.correction;

import com.mongodb.MongoException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
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
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.LedgerReader;
import vn.soto.projection.Projector;
import vn.soto.projection.supposed.SupposableDocuments;
import vn.soto.projection.supposed.Supposition;
import vn.soto.projection.supposed.Supposition.Supposed;
import vn.soto.query.activity.UnitQuarters;
import vn.soto.query.correction.AffectedPlaces.TeamsAndUnits;
import vn.soto.query.correction.ImpactView.ChangedFigure;
import vn.soto.query.correction.ImpactView.TouchedReport;
import vn.soto.query.correction.ImpactView.Where;
import vn.soto.query.http.QueryProblemException;
import vn.soto.query.indicator.DashboardFields;
import vn.soto.query.indicator.IndicatorTexts;
import vn.soto.query.link.IdKind;
import vn.soto.query.reading.Reader;
import vn.soto.query.reading.Requirement;
import vn.soto.query.report.TeamQuarters;
import vn.soto.query.report.TeamQuarters.ReportStanding;
import vn.soto.query.report.TeamQuarters.TeamQuarter;
import vn.soto.web.EndpointRight;

/** Works out what events would change: the answers with them, compared with those without, of the same documents. */
@Component
final class Impacts {

    private static final Logger LOG = LoggerFactory.getLogger(Impacts.class);
    private static final int MOST_FIGURES = 500;
    private static final int MOST_TEAMS = 40;
    private static final int MOST_DASHBOARDS = 400;

    /** Of units: households registered, and members, are counted in all quarters since. */
    private static final int LATEST_QUARTERS = 12;

    private static final Requirement DASHBOARD = new Requirement(EndpointRight.FIGURES, "unit", true);

    private final SupposableDocuments documents;
    private final List<Projector> projectors;
    private final LedgerReader ledger;
    private final AffectedPlaces places;
    private final TeamQuarters teams;
    private final UnitQuarters units;
    private final QuarterCalendar calendar;
    private final Clock clock;

    Impacts(
            SupposableDocuments documents,
            List<Projector> projectors,
            LedgerReader ledger,
            AffectedPlaces places,
            TeamQuarters teams,
            UnitQuarters units,
            QuarterCalendar calendar,
            Clock clock) {
        this.documents = documents;
        this.projectors = projectors;
        this.ledger = ledger;
        this.places = places;
        this.teams = teams;
        this.units = units;
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * In the area of the reader of the answer being made, by the documents that there are: no supposed event widens it.
     *
     * @param events that the reader may see
     */
    ImpactView of(List<Supposed> events, Instant at, Locale language) {
        try {
            return worked(events, at, language);
        } catch (QueryProblemException | LedgerException | MongoException e) {
            throw e;
        } catch (RuntimeException unfit) {
            // A projector or an answer that meets events of a caller which no command decides.
            LOG.info(
                    "supposed events do not fit the ledger: {}",
                    unfit.getClass().getName());
            throw QueryProblemException.badEvents(SupposedEvents.MOST);
        }
    }

    private ImpactView worked(List<Supposed> events, Instant at, Locale language) {
        LocalDate today = VietnamTime.day(clock.instant());
        Supposition supposition = Supposition.of(
                documents,
                projectors,
                ledger.tail(),
                at,
                Reader.current().asker().account(),
                events);
        TeamsAndUnits affected = supposition
                .without(asOf -> places.of(events, today, asOf))
                .and(supposition.with(asOf -> places.of(events, today, asOf)));
        Set<String> seen = Reader.current().reached(EndpointRight.FIGURES, IdKind.TEAM, affected.teams());
        Comparison comparison = new Comparison(language);
        SortedSet<Quarter> quarters = new TreeSet<>(Comparator.reverseOrder());
        SortedSet<Quarter> lived = new TreeSet<>(Comparator.reverseOrder());
        for (String team : limited(new TreeSet<>(seen), MOST_TEAMS, comparison)) {
            SortedMap<Quarter, TeamQuarter> without = supposition.without(asOf -> teams.of(team, today, asOf));
            SortedMap<Quarter, TeamQuarter> with = supposition.with(asOf -> teams.of(team, today, asOf));
            lived.addAll(without.keySet());
            lived.addAll(with.keySet());
            quarters.addAll(comparison.team(team, without, with));
        }
        quarters.addAll(latest(supposition, lived, today));
        for (UnitQuarter each :
                limited(seen(supposition, affected.units(), quarters, today), MOST_DASHBOARDS, comparison)) {
            comparison.unit(
                    each,
                    supposition.without(asOf -> units.of(each.unit, each.quarter, today, asOf)),
                    supposition.with(asOf -> units.of(each.unit, each.quarter, today, asOf)));
        }
        return comparison.view();
    }

    private static <T> List<T> limited(Collection<T> all, int most, Comparison comparison) {
        comparison.more |= all.size() > most;
        return all.stream().limit(most).toList();
    }

    /** The latest quarters of the teams, or of all, and those of documents that the events change. */
    private Set<Quarter> latest(Supposition supposition, Set<Quarter> lived, LocalDate today) {
        Set<Quarter> quarters = new TreeSet<>();
        Stream<Quarter> known =
                lived.isEmpty() ? Stream.iterate(calendar.of(today), Quarter::previous) : lived.stream();
        known.limit(LATEST_QUARTERS).forEach(quarters::add);
        supposition.changed().flatMap(id -> AffectedPlaces.quarter(id).stream()).forEach(quarters::add);
        return quarters;
    }

    private record UnitQuarter(String unit, Quarter quarter) {}

    /** The units and those above them, by the places of each quarter, which the reader may see the dashboards of. */
    private List<UnitQuarter> seen(
            Supposition supposition, Collection<String> affected, Set<Quarter> quarters, LocalDate today) {
        List<UnitQuarter> all = new ArrayList<>();
        for (Quarter quarter : quarters) {
            LocalDate last = calendar.lastDay(quarter);
            LocalDate day = last.isAfter(today) ? today : last;
            Stream.concat(
                            supposition.without(asOf -> places.upwards(affected, day, asOf)).stream(),
                            supposition.with(asOf -> places.upwards(affected, day, asOf)).stream())
                    .distinct()
                    .forEach(unit -> all.add(new UnitQuarter(unit, quarter)));
        }
        Set<String> reached = Reader.current()
                .reached(
                        DASHBOARD,
                        IdKind.UNIT,
                        all.stream().map(UnitQuarter::unit).collect(Collectors.toUnmodifiableSet()));
        return all.stream().filter(each -> reached.contains(each.unit)).toList();
    }

    /** Collects what differs. Not thread-safe. */
    private static final class Comparison {

        private final Locale language;
        private final List<ChangedFigure> figures = new ArrayList<>();
        private final List<TouchedReport> reports = new ArrayList<>();
        private boolean more;
        private int unchanged;

        Comparison(Locale language) {
            this.language = language;
        }

        ImpactView view() {
            return new ImpactView(List.copyOf(figures), more, List.copyOf(reports), unchanged);
        }

        /** Returns the quarters in which a figure would change. */
        Set<Quarter> team(String team, SortedMap<Quarter, TeamQuarter> without, SortedMap<Quarter, TeamQuarter> with) {
            Set<Quarter> changed = new TreeSet<>();
            Set<Quarter> quarters = new TreeSet<>(without.keySet());
            quarters.addAll(with.keySet());
            for (Quarter quarter : quarters) {
                Where where = new Where(team, null, quarter.toString());
                TeamQuarter before = without.get(quarter);
                TeamQuarter after = with.get(quarter);
                boolean differs = compare(where, codes(before, after), before, after);
                if (differs) {
                    changed.add(quarter);
                }
                report(where, differs, before, after);
            }
            return changed;
        }

        private static Map<String, String> codes(@Nullable TeamQuarter before, @Nullable TeamQuarter after) {
            Map<String, String> codes = new LinkedHashMap<>();
            Stream.of(Optional.ofNullable(before), Optional.ofNullable(after))
                    .flatMap(Optional::stream)
                    .flatMap(quarter -> quarter.figures().keySet().stream())
                    .forEach(code -> codes.put(code, code));
            return codes;
        }

        private boolean compare(
                Where where, Map<String, String> codes, @Nullable TeamQuarter before, @Nullable TeamQuarter after) {
            boolean differs = false;
            for (String code : codes.keySet()) {
                differs |= figure(
                        where,
                        Optional.of(code),
                        code,
                        before == null ? null : before.figure(code),
                        after == null ? null : after.figure(code));
            }
            return differs;
        }

        private void report(Where where, boolean differs, @Nullable TeamQuarter before, @Nullable TeamQuarter after) {
            ReportStanding was = before == null ? null : before.standing();
            ReportStanding will = after == null ? null : after.standing();
            if (will != null && (differs || !will.equals(was))) {
                reports.add(new TouchedReport(
                        Objects.requireNonNull(where.team()),
                        where.quarter(),
                        will.version(),
                        will.state(),
                        will.matches(),
                        was != null && was.outdated(),
                        will.outdated(),
                        was == null ? 0 : was.differing(),
                        will.differing()));
            }
        }

        void unit(UnitQuarter unit, SortedMap<String, Long> without, SortedMap<String, Long> with) {
            Where where = new Where(null, unit.unit, unit.quarter.toString());
            SortedMap<String, Long> all = new TreeMap<>(without);
            all.putAll(with);
            if (Stream.of(without, with).flatMap(each -> each.values().stream()).allMatch(value -> value == 0)) {
                return;
            }
            for (String name : all.keySet()) {
                var _ = figure(where, DashboardFields.code(name), name, value(name, without), value(name, with));
            }
        }

        /** A service that nobody was helped with is not among the figures. */
        private static @Nullable Long value(String name, SortedMap<String, Long> figures) {
            return figures.isEmpty() ? null : figures.getOrDefault(name, 0L);
        }

        private boolean figure(
                Where where, Optional<String> code, String name, @Nullable Long before, @Nullable Long after) {
            if (Objects.equals(before, after)) {
                unchanged++;
                return false;
            }
            if (figures.size() == MOST_FIGURES) {
                more = true;
            } else {
                String text =
                        code.map(known -> IndicatorTexts.name(known, language)).orElse(null);
                figures.add(new ChangedFigure(where, code.orElse(name), text, before, after));
            }
            return true;
        }
    }
}
