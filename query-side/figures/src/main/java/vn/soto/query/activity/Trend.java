package vn.soto.query.activity;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.soto.query.activity.Dashboard.Figures;
import vn.soto.query.period.UnitPeriods.OtherDays;
import vn.soto.query.unit.UnitLine;

/**
 * A unit's quarters side by side.
 *
 * @param boundaries {@code as-was}, then the unit of each quarter; {@code as-now}, then what counts in the unit of today
 * @param days       {@code reporting} for the days of the unit's reports, {@code calendar} for calendar quarters
 * @param quarters   the earliest first
 */
record Trend(UnitLine unit, String boundaries, String days, List<InQuarter> quarters) {

    /**
     * A quarter as its dashboard has it.
     *
     * @param otherDays those of the other choice of {@code days}; absent if they are the same
     * @param staffOn day whose teams and members are counted
     * @param figures absent if there was no such unit
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record InQuarter(
            String quarter,
            LocalDate firstDay,
            LocalDate lastDay,
            @Nullable OtherDays otherDays,
            @Nullable LocalDate staffOn,
            @Nullable Figures figures) {}
}
