package vn.soto.query.period;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import vn.soto.contracts.period.ApplicablePeriods;
import vn.soto.contracts.period.PeriodEvent;
import vn.soto.contracts.period.PeriodSegments;
import vn.soto.contracts.period.ReportingPeriods;
import vn.soto.contracts.period.ReportingPeriodsId;
import vn.soto.contracts.period.WorkingDays;
import vn.soto.contracts.period.WorkingDaysEvent;
import vn.soto.contracts.policy.PolicyEvent;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Id;
import vn.soto.contracts.shared.KnownSince;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitLineage;
import vn.soto.events.EventCodec;
import vn.soto.ledger.LedgerReader;
import vn.soto.projection.Documents;
import vn.soto.query.config.QuerySettings;
import vn.soto.query.config.QuerySideConfiguration;
import vn.soto.query.event.EventLoader.Body;
import vn.soto.query.event.Histories;
import vn.soto.query.policy.InitialPolicy;
import vn.soto.query.unit.UnitOnDay;
import vn.soto.query.unit.Units;

/** Queries about reporting periods. The days on which offices work and the events themselves are read from the ledger. */
@Component
public final class Periods {

    private static final String WORKING_DAYS = "working-days";
    private static final String POLICY = "policy";

    private final Documents documents;
    private final Histories histories;
    private final EventCodec codec;
    private final Units units;
    private final LedgerReader ledger;
    private final QuarterCalendar initial;
    private final InitialPolicy policy;

    Periods(
            Documents documents,
            Histories histories,
            EventCodec codec,
            Units units,
            @Qualifier(QuerySideConfiguration.SUPPOSABLE) LedgerReader ledger,
            QuerySettings settings,
            InitialPolicy policy) {
        this.documents = documents;
        this.histories = histories;
        this.codec = codec;
        this.units = units;
        this.ledger = ledger;
        this.initial = settings.calendar();
        this.policy = policy;
    }

    /** The periods of one unit; none if it has decided nothing. */
    public ReportingPeriods of(String unit, long asOf) {
        return documents
                .find(PeriodDecisions.KIND, unit)
                .map(decided -> decided.asOf(asOf))
                .orElse(ReportingPeriods.NONE);
    }

    /** The days on which offices work. */
    public WorkingDays workingDays(long asOf) {
        return workingDays(LocalDate.MAX, asOf);
    }

    /** Those that apply where units lie. */
    public ApplicablePeriods applying(Collection<String> area, long asOf) {
        return knownUnits(asOf).applying(day -> area);
    }

    /**
     * The same.
     *
     * @param area units on a day
     */
    public ApplicablePeriods applying(Function<LocalDate, ? extends Collection<String>> area, long asOf) {
        return knownUnits(asOf).applying(area);
    }

    /**
     * Of a team.
     *
     * @param area  its units on a day
     * @param ended its last day; absent while it goes on
     */
    public TeamPeriods of(Function<LocalDate, List<String>> area, @Nullable LocalDate ended, long asOf) {
        ApplicablePeriods applying = applying(area, asOf);
        return new TeamPeriods(applying, segments(applying, ended));
    }

    /** For questions about many areas. */
    public KnownUnits knownUnits(long asOf) {
        return new KnownUnits(asOf);
    }

    /** The units above areas, each of which is read once. Not thread-safe. */
    public final class KnownUnits implements ApplicablePeriods.Units {

        private final long asOf;
        private final Map<LocalDate, UnitLineage> lineages = new HashMap<>();
        private final Map<LocalDate, Map<UnitId, Optional<UnitId>>> parents = new HashMap<>();
        private final Map<UnitId, ReportingPeriods> decided = new HashMap<>();

        private KnownUnits(long asOf) {
            this.asOf = asOf;
        }

        /** @param area units on a day, as a question names them */
        public ApplicablePeriods applying(Function<LocalDate, ? extends Collection<String>> area) {
            return ApplicablePeriods.in(
                    day -> area.apply(day).stream()
                            .filter(Id::isWellFormed)
                            .map(UnitId::new)
                            .toList(),
                    this,
                    initial);
        }

        @Override
        public UnitLineage lineage(LocalDate day) {
            return lineages.computeIfAbsent(day, on -> units.lineage(on, asOf));
        }

        @Override
        public Optional<UnitId> parent(UnitId unit, LocalDate day) {
            return parents.computeIfAbsent(day, on -> new HashMap<>())
                    .computeIfAbsent(
                            unit,
                            of -> units.find(of.value(), day, asOf)
                                    .map(UnitOnDay::parent)
                                    .map(UnitId::new));
        }

        @Override
        public ReportingPeriods decided(UnitId unit) {
            return decided.computeIfAbsent(unit, of -> Periods.this.of(of.value(), asOf));
        }
    }

    /** The last day on which a report is in time. */
    public LocalDate dueOn(ApplicablePeriods periods, Quarter quarter, long asOf) {
        List<KnownSince<WorkingDaysEvent>> tables = tables(asOf);
        return periods.dueOn(
                quarter,
                lastDay -> PolicyEvent.dueDays(known(POLICY, PolicyEvent.class, asOf), lastDay)
                        .orElse(policy.reportDueDays()),
                day -> WorkingDays.knownOn(day, tables.stream()));
    }

    /** The days on which offices work, by the tables of holidays that were known on a day. */
    public WorkingDays workingDays(LocalDate day, long asOf) {
        return WorkingDays.knownOn(day, tables(asOf).stream());
    }

    private List<KnownSince<WorkingDaysEvent>> tables(long asOf) {
        return known(WORKING_DAYS, WorkingDaysEvent.class, asOf).toList();
    }

    private <E extends DomainEvent> Stream<KnownSince<E>> known(String aggregate, Class<E> kind, long asOf) {
        return histories.of(aggregate, asOf).stream().flatMap(body -> {
            DomainEvent event = codec.decode(body.event().type(), body.event().payload());
            LocalDate day = VietnamTime.day(body.commit().at());
            return kind.isInstance(event) ? Stream.of(new KnownSince<>(kind.cast(event), day)) : Stream.empty();
        });
    }

    /**
     * Assigns events to the periods in which they count, by their places in the ledger.
     *
     * @param ended last day of the team; absent while it goes on
     */
    public PeriodSegments segments(ApplicablePeriods periods, @Nullable LocalDate ended) {
        Quarter last = ended == null ? null : periods.quarterOf(ended);
        return new PeriodSegments(periods, last, new PeriodSegments.Cuts() {
            private final Map<Long, Long> read = new HashMap<>();

            @Override
            public long after(long commit) {
                return read.computeIfAbsent(commit, Periods.this::position);
            }

            @Override
            public long since(Instant instant) {
                return position(ledger.numberAsOf(instant.minusNanos(1_000)));
            }
        });
    }

    private long position(long commit) {
        return commit == 0 ? 0 : ledger.commit(commit).orElseThrow().tail().next();
    }

    /** The calendar of the ledger, which applies until an authority adopts one. */
    QuarterCalendar initial() {
        return initial;
    }

    /** An event with its commit. */
    record Recorded<E>(E event, Body body) {}

    /** The events of an authority, oldest first. */
    List<Recorded<PeriodEvent>> recorded(String unit, long asOf) {
        return histories.of(new ReportingPeriodsId(new UnitId(unit)).toString(), asOf).stream()
                .flatMap(body -> codec.decode(body.event().type(), body.event().payload()) instanceof PeriodEvent event
                        ? Stream.of(new Recorded<>(event, body))
                        : Stream.<Recorded<PeriodEvent>>empty())
                .toList();
    }
}
