package vn.soto.query.detection;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.shared.QuarterDays;

/**
 * One finding with a page of its evidence.
 *
 * @param total number of records in the evidence over all pages
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FindingView(
        FindingsView.Line line,
        DetectorView detector,
        String quarter,
        LocalDate firstDay,
        LocalDate lastDay,
        int total,
        List<DetectedPattern.Evidence> evidence,
        @Nullable Integer next) {

    static FindingView of(DetectedPattern finding, QuarterDays days, int from, int limit, Locale language) {
        int total = finding.evidence().size();
        return new FindingView(
                FindingsView.Line.of(finding, days.quarter(), language),
                DetectorView.of(finding.detector(), language),
                days.quarter().toString(),
                days.firstDay(),
                days.lastDay(),
                total,
                finding.evidence().stream().skip(from).limit(limit).toList(),
                from + limit < total ? from + limit : null);
    }
}
