package vn.soto.query.period;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import vn.soto.contracts.period.PeriodEvent;
import vn.soto.contracts.period.PeriodSegments;
import vn.soto.contracts.period.ReportingPeriods;
import vn.soto.contracts.period.ReportingPeriodsId;
import vn.soto.contracts.period.WorkingDays;
import vn.soto.contracts.period.WorkingDaysEvent;
import vn.soto.contracts.policy.PolicyEvent.PolicyAdopted;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Id;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.shared.QuarterDays;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitLineage;
import vn.soto.events.EventCodec;
import vn.soto.ledger.LedgerReader;
import vn.soto.projection.Documents;
import vn.soto.query.config.QuerySettings;
import vn.soto.query.config.QuerySideConfiguration;
import vn.soto.query.policy.InitialPolicy;
import vn.soto.query.timeline.EventLoader.Body;
import vn.soto.query.timeline.Histories;
import vn.soto.query.unit.UnitOnDay;
import vn.soto.query.unit.Units;

/** Queries about reporting periods. The days on which offices work and the events themselves are read from the ledger. */
@Component
public final class Periods {

    private static final String WORKING_DAYS = "working-days";
    private static final String POLICY = "policy";
    private static final int MOST_LEVELS = 10;

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

    /**
     * An authority and its periods.
     *
     * @param unit    its id; empty where the area lies in no known unit
     * @param initial calendar of the ledger, which applies until it adopts one
     */
    public record Authority(String unit, ReportingPeriods periods, QuarterCalendar initial) {

        public QuarterDays days(Quarter quarter) {
            return periods.days(quarter, initial);
        }

        public QuarterCalendar calendar(Quarter quarter) {
            return periods.calendar(quarter, initial);
        }

        /** The quarter to which a day belongs. */
        public Quarter quarterOf(LocalDate day) {
            return periods.quarterOf(day, initial);
        }
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
        return events(WORKING_DAYS, asOf)
                .flatMap(event -> event instanceof WorkingDaysEvent of ? Stream.of(of) : Stream.empty())
                .reduce(WorkingDays.COMPUTED, WorkingDays::after, (first, second) -> second);
    }

    private Stream<DomainEvent> events(String aggregate, long asOf) {
        return histories.of(aggregate, asOf).stream()
                .map(body -> codec.decode(body.event().type(), body.event().payload()));
    }

    /** As {@link AuthoritiesOfQuarter#of} finds it. */
    public Authority authority(Collection<String> area, Quarter quarter, long asOf) {
        return authorities(quarter, asOf).of(area);
    }

    /**
     * Of a team.
     *
     * @param area  its units on a day
     * @param ended its last day; absent while it goes on
     */
    public TeamPeriods of(Function<LocalDate, List<String>> area, @Nullable LocalDate ended, long asOf) {
        return new TeamPeriods(this, area, ended, asOf);
    }

    /**
     * The same.
     *
     * @param area units on a day
     */
    public Authority authority(Function<LocalDate, List<String>> area, Quarter quarter, long asOf) {
        return authorities(quarter, asOf).of(area);
    }

    /** For questions about many areas. */
    public AuthoritiesOfQuarter authorities(Quarter quarter, long asOf) {
        return new AuthoritiesOfQuarter(quarter, asOf);
    }

    /** Whose periods apply where in a quarter; what lies above several areas is read once. Not thread-safe. */
    public final class AuthoritiesOfQuarter {

        private final LocalDate day;
        private final long asOf;
        private final UnitLineage lineage;
        private final Map<String, Authority> known = new HashMap<>();

        private AuthoritiesOfQuarter(Quarter quarter, long asOf) {
            this.day = initial.lastDay(quarter);
            this.asOf = asOf;
            this.lineage = units.lineage(day, asOf);
        }

        /**
         * The nearest unit above an area that has adopted a calendar, else the province, as the command side finds it.
         *
         * @param area units, as a question names them; the first of them by id decides
         */
        public Authority of(Collection<String> area) {
            return area.stream()
                    .filter(Id::isWellFormed)
                    .min(String::compareTo)
                    .map(unit -> above(unit, MOST_LEVELS))
                    .orElseGet(() -> new Authority("", ReportingPeriods.NONE, initial));
        }

        /** @param area units on a day */
        public Authority of(Function<LocalDate, List<String>> area) {
            return of(area.apply(day));
        }

        private Authority above(String unit, int levels) {
            Authority found = known.get(unit);
            if (found == null) {
                found = read(lineage.of(new UnitId(unit)).unit().value(), levels);
                known.put(unit, found);
            }
            return found;
        }

        private Authority read(String unit, int levels) {
            Authority here = new Authority(unit, Periods.this.of(unit, asOf), initial);
            if (!here.periods.calendars().isEmpty() || levels == 1) {
                return here;
            }
            return units.find(unit, day, asOf)
                    .map(UnitOnDay::parent)
                    .map(parent -> above(parent, levels - 1))
                    .orElse(here);
        }
    }

    /** The last day on which a report is in time, if it is submitted on a day; of a period that was opened or closed, on any. */
    public LocalDate dueOn(ReportingPeriods periods, Quarter quarter, LocalDate today, long asOf) {
        int days = events(POLICY, asOf)
                .flatMap(event -> event instanceof PolicyAdopted adopted ? Stream.of(adopted) : Stream.empty())
                .filter(adopted -> !adopted.effectiveFrom().isAfter(today))
                .reduce((first, second) -> second)
                .map(adopted -> adopted.terms().reportDueDays())
                .orElse(policy.reportDueDays());
        return periods.dueOn(quarter, initial, days, workingDays(asOf));
    }

    /**
     * In which period that counts which is recorded somewhere in the ledger.
     *
     * @param ended last day of the team; absent while it goes on
     */
    public PeriodSegments segments(Authority authority, @Nullable LocalDate ended) {
        Quarter last = ended == null ? null : authority.quarterOf(ended);
        return new PeriodSegments(authority.periods, authority.initial, last, new PeriodSegments.Cuts() {
            @Override
            public long after(long commit) {
                return position(commit);
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
