package vn.soto.query.activity;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;
import vn.soto.contracts.assistance.Mode;
import vn.soto.contracts.shared.Quarter;
import vn.soto.query.period.UnitPeriods;
import vn.soto.query.unit.Units;

/** How help in a unit was given, as known at a commit. */
@Component
public record HelpByMode(Activities activities, Units units, UnitPeriods periods) {

    private static final int PERCENT = 100;

    /**
     * The percentage of help done on behalf of people in a unit and below it, on its reports' days of a quarter; empty
     * without help.
     */
    public OptionalLong percentOnBehalf(String unit, Quarter quarter, LocalDate day, long asOf) {
        ActivitySum sum = new ActivitySum();
        Map<String, ActivitySum> sums = new HashMap<>();
        units.within(unit, day, asOf).forEach(each -> sums.put(each, sum));
        activities.on(periods.days(unit, quarter, asOf), asOf).add(sums);
        return sum.assistances() == 0
                ? OptionalLong.empty()
                : OptionalLong.of(
                        percent(sum.totals().byMode().getOrDefault(Mode.DONE_ON_BEHALF.name(), 0L), sum.assistances()));
    }

    /** Rounded, so that a half counts as one. */
    public static long percent(long part, long whole) {
        return (PERCENT * 2 * part + whole) / (2 * whole);
    }
}
