package vn.soto.domain.report;

import static vn.soto.domain.report.ConsolidationRule.UNIT_OF_A_REPORT_HAS_REPORTS_BELOW;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import vn.soto.contracts.period.ApplicablePeriods;
import vn.soto.contracts.period.WorkingDays;
import vn.soto.contracts.report.ReportConsolidation;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterDays;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.domain.period.Authorities;
import vn.soto.domain.period.HolidayTables;
import vn.soto.domain.policy.Policies;
import vn.soto.domain.shared.ReadOnlyAggregates;
import vn.soto.domain.unit.Unit;

/**
 * The area and time of a unit's report.
 *
 * @param today day on which it is asked
 */
record UnitFrame(UnitId unit, UnitKind kind, Quarter quarter, ApplicablePeriods periods, LocalDate today) {

    /** Refuses a unit without reports below. */
    static UnitFrame of(
            UnitId unit, Quarter quarter, LocalDate today, ReadOnlyAggregates consulted, Policies policies) {
        UnitKind kind = consulted.ask(Unit.class, unit, Unit::kind);
        UNIT_OF_A_REPORT_HAS_REPORTS_BELOW.require(!kind.residential(), unit.value());
        return new UnitFrame(unit, kind, quarter, Authorities.periods(unit, consulted, policies.calendar()), today);
    }

    QuarterDays days() {
        return periods.days(quarter);
    }

    /** The last day on which the report is in time. */
    LocalDate dueOn(ReadOnlyAggregates consulted, Policies policies) {
        Function<LocalDate, WorkingDays> working = HolidayTables.known(consulted, policies);
        LocalDate ofTeams = periods.dueOn(quarter, policies::dueDays, working);
        return ReportConsolidation.dueOn(kind, ofTeams, working.apply(ofTeams));
    }

    /** The unit in force that accepts the reports of a unit; none for a province. */
    static Optional<UnitId> above(UnitId unit, LocalDate today, ReadOnlyAggregates consulted) {
        UnitId at = Unit.lineage(today, consulted).of(unit).unit();
        Optional<UnitId> above = parent(at, today, consulted);
        while (above.isPresent() && !isInForce(above.get(), today, consulted)) {
            UnitId became = Unit.lineage(today, consulted).of(above.get()).unit();
            above = isInForce(became, today, consulted) ? Optional.of(became) : parent(became, today, consulted);
        }
        return above;
    }

    static boolean isInForce(UnitId unit, LocalDate today, ReadOnlyAggregates consulted) {
        return consulted
                .find(Unit.class, unit.value(), asked -> asked.inForceOn(today))
                .orElse(false);
    }

    private static Optional<UnitId> parent(UnitId unit, LocalDate day, ReadOnlyAggregates consulted) {
        return consulted
                .find(Unit.class, unit.value(), asked -> asked.parentOn(day))
                .flatMap(parent -> parent);
    }
}
