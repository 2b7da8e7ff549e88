package vn.soto.contracts.report;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterDays;

/**
 * The content of a version of a report beside the figures that the ledger gives.
 *
 * @param firstDay  first day of the period
 * @param lastDay   last day of the period
 * @param carried   figures of late events of an earlier period, which was closed before; may be negative; without zeros
 * @param overrides lines for which another value is reported, by code
 * @param sources   of the lines that people stated, by code
 * @param amends    number of the accepted version that this one amends; absent before the first acceptance
 */
public record ReportContent(
        LocalDate firstDay,
        LocalDate lastDay,
        List<Figure> carried,
        List<LineOverride> overrides,
        List<StatedSource> sources,
        Narrative narrative,
        @Nullable Integer amends) {

    public ReportContent {
        carried = List.copyOf(carried);
        overrides = List.copyOf(overrides);
        sources = List.copyOf(sources);
    }

    public QuarterDays days(Quarter quarter) {
        return new QuarterDays(quarter, firstDay, lastDay);
    }
}
