package vn.soto.domain.period;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import vn.soto.contracts.period.ReportingPeriods;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitLineage;
import vn.soto.domain.shared.ReadOnlyAggregates;
import vn.soto.domain.unit.Unit;

/** Which authority's periods apply to what lies in a unit. */
public final class Authorities {

    private static final int MOST_LEVELS = 10;

    private Authorities() {}

    /**
     * The periods of the nearest unit above an area that has adopted a calendar, else of the province; all are read in the unit of
     * work, so that the commit is guarded by them.
     *
     * @param area units; the first of them by id decides
     * @param day  on which the area lies where it does
     */
    public static ReportingPeriods periods(Collection<UnitId> area, LocalDate day, ReadOnlyAggregates consulted) {
        UnitLineage lineage = Unit.lineage(day, consulted);
        Optional<UnitId> unit = area.stream().min(UnitId::compareTo);
        ReportingPeriods known = ReportingPeriods.NONE;
        for (int level = 0; level < MOST_LEVELS && unit.isPresent(); level++) {
            UnitId at = lineage.of(unit.get()).unit();
            known = AuthorityPeriods.known(at, consulted);
            if (!known.calendars().isEmpty()) {
                return known;
            }
            unit = consulted
                    .find(Unit.class, at.value(), asked -> asked.parentOn(day))
                    .flatMap(parent -> parent);
        }
        return known;
    }
}
