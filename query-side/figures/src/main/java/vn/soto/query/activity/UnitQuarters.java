package vn.soto.query.activity;

import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.soto.contracts.period.DaysOfQuarter;
import vn.soto.contracts.shared.Quarter;
import vn.soto.query.period.UnitPeriods;
import vn.soto.query.unit.Boundaries;

/** The figures that a unit's dashboard has for a quarter. */
@Component
public record UnitQuarters(Dashboards dashboards, UnitPeriods periods) {

    private static final JsonMapper JSON = new JsonMapper();

    /** By their names in {@link Dashboard#total}, parts after dots; none if the unit is not known, or before the quarter begins. */
    public SortedMap<String, Long> of(String unit, Quarter quarter, Boundaries boundaries, LocalDate today, long asOf) {
        SortedMap<String, Long> figures = new TreeMap<>();
        Optional.of(periods.of(unit, quarter, DaysOfQuarter.REPORTING, asOf))
                .filter(days -> !days.firstDay().isAfter(today))
                .flatMap(days -> dashboards.find(unit, days, boundaries, asOf, today))
                .ifPresent(dashboard -> collect("", JSON.valueToTree(dashboard.total()), figures));
        return figures;
    }

    private static void collect(String name, JsonNode value, SortedMap<String, Long> figures) {
        if (value.isIntegralNumber()) {
            figures.put(name, value.longValue());
        }
        value.properties()
                .forEach(each ->
                        collect(name.isEmpty() ? each.getKey() : name + "." + each.getKey(), each.getValue(), figures));
    }
}
