package vn.soto.query.report;

import static vn.soto.query.report.ReportCheck.Requirement.DONE_ON_BEHALF_IS_NOT_FAR_ABOVE_THE_COMMUNE;
import static vn.soto.query.report.ReportCheck.Requirement.HOUSEHOLDS_ARE_WITHIN_THE_TOTAL;
import static vn.soto.query.report.ReportCheck.Requirement.MODES_ADD_UP;
import static vn.soto.query.report.ReportCheck.Requirement.RECORDS_COVER_HOUSEHOLDS;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.soto.contracts.assistance.Mode;
import vn.soto.contracts.report.Indicators;
import vn.soto.query.report.Reports.Sight;

/** Compares the lines that a report has with each other, and with its commune. */
@Component
record ReportChecks(HelpOnBehalf help) {

    private static final String RECORDS = "H05";
    private static final String HOUSEHOLDS = "H04";
    private static final String MODE = "M";
    private static final int POINTS_ABOVE = 5;

    /** @param commune absent if the team's area lies in none */
    List<ReportCheck> of(Sight sight, List<ReportLine> lines, @Nullable String commune, Locale language) {
        Map<String, Long> reported = new HashMap<>();
        lines.forEach(line -> reported.put(line.code(), line.reported()));
        long records = reported.getOrDefault(RECORDS, 0L);
        long households = reported.getOrDefault(HOUSEHOLDS, 0L);
        long byMode = 0;
        for (Mode mode : Mode.values()) {
            byMode += reported.getOrDefault(Indicators.code(MODE, mode), 0L);
        }
        List<ReportCheck> checks = new ArrayList<>();
        checks.add(ReportCheck.of(RECORDS_COVER_HOUSEHOLDS, records >= households, records, households, language));
        checks.add(ReportCheck.of(MODES_ADD_UP, byMode == records, byMode, records, language));
        Long total = reported.get(Indicators.HOUSEHOLD_TOTAL);
        if (total != null) {
            checks.add(
                    ReportCheck.of(HOUSEHOLDS_ARE_WITHIN_THE_TOTAL, households <= total, households, total, language));
        }
        long behalf = reported.getOrDefault(Indicators.code(MODE, Mode.DONE_ON_BEHALF), 0L);
        if (commune != null && records > 0) {
            long share = HelpOnBehalf.percent(behalf, records);
            help.percentOnBehalf(
                            commune,
                            sight.quarter(),
                            sight.days().lastDay(),
                            sight.now().commit())
                    .ifPresent(of -> checks.add(ReportCheck.of(
                            DONE_ON_BEHALF_IS_NOT_FAR_ABOVE_THE_COMMUNE,
                            share <= of + POINTS_ABOVE,
                            share,
                            of,
                            language)));
        }
        return List.copyOf(checks);
    }
}
