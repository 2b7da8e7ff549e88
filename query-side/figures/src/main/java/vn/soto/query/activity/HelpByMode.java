package vn.soto.query.activity;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;
import vn.soto.contracts.assistance.Mode;
import vn.soto.contracts.shared.Quarter;
import vn.soto.query.period.UnitPeriods;
import vn.soto.query.report.HelpOnBehalf;
import vn.soto.query.unit.Units;

/** How help in a unit was given, as known at a commit. */
@Component
public record HelpByMode(Activities activities, Units units, UnitPeriods periods) implements HelpOnBehalf {

    @Override
    public OptionalLong percentOnBehalf(String unit, Quarter quarter, LocalDate day, long asOf) {
        ActivitySum sum = new ActivitySum();
        Map<String, ActivitySum> sums = new HashMap<>();
        units.within(unit, day, asOf).forEach(each -> sums.put(each, sum));
        activities.on(periods.days(unit, quarter, asOf), asOf).add(sums);
        return sum.assistances() == 0
                ? OptionalLong.empty()
                : OptionalLong.of(HelpOnBehalf.percent(
                        sum.totals().byMode().getOrDefault(Mode.DONE_ON_BEHALF.name(), 0L), sum.assistances()));
    }
}
