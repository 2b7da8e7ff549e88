package vn.soto.domain.period;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import vn.soto.contracts.period.ApplicablePeriods;
import vn.soto.contracts.period.ReportingPeriods;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitLineage;
import vn.soto.domain.shared.ReadOnlyAggregates;
import vn.soto.domain.unit.Unit;

/** The authority whose periods apply in a unit. */
public final class Authorities {

    private Authorities() {}

    /** All that decides is read in the unit of work, so that the commit is guarded by it. */
    public static ApplicablePeriods periods(
            Function<LocalDate, ? extends Collection<UnitId>> area,
            ReadOnlyAggregates consulted,
            QuarterCalendar initial) {
        return periods(area, consulted, initial, unit -> AuthorityPeriods.known(unit, consulted));
    }

    /** Of a unit. */
    public static ApplicablePeriods periods(UnitId unit, ReadOnlyAggregates consulted, QuarterCalendar initial) {
        return periods(day -> Set.of(unit), consulted, initial);
    }

    static ApplicablePeriods periods(
            Function<LocalDate, ? extends Collection<UnitId>> area,
            ReadOnlyAggregates consulted,
            QuarterCalendar initial,
            Function<UnitId, ReportingPeriods> decided) {
        return ApplicablePeriods.in(
                area,
                new ApplicablePeriods.Units() {
                    @Override
                    public UnitLineage lineage(LocalDate day) {
                        return Unit.lineage(day, consulted);
                    }

                    @Override
                    public Optional<UnitId> parent(UnitId unit, LocalDate day) {
                        return consulted
                                .find(Unit.class, unit.value(), asked -> asked.parentOn(day))
                                .flatMap(parent -> parent);
                    }

                    @Override
                    public ReportingPeriods decided(UnitId unit) {
                        return decided.apply(unit);
                    }
                },
                initial);
    }
}
