package vn.soto.query.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.shared.Quarter;
import vn.soto.projection.RowListType;
import vn.soto.projection.Stamped;
import vn.soto.projection.VersionedRows;

/**
 * When reports were opened and closed at a unit: the one that they were submitted to, or the one that reports. A report is open while
 * its latest version waits or was returned.
 * The lists have the id of the unit, or of a report, whose rows say where it was submitted to.
 */
final class OpenReports {

    static final RowListType<OpenRow> ROWS = RowListType.of("open-reports", OpenRow.class, 64, OpenRow::position);

    private OpenReports() {}

    /** @param recipient of the latest version; absent if there is none */
    public record OpenRow(
            String report, String quarter, @Nullable String recipient, boolean open, long position, long commit)
            implements Stamped {}

    /** The quarters of the reports that are open in a list as known at a commit. */
    static Stream<Quarter> quarters(List<OpenRow> rows, long commit) {
        Map<String, OpenRow> latest = new LinkedHashMap<>();
        VersionedRows.asOf(rows, commit).forEach(row -> latest.put(row.report, row));
        return latest.values().stream().filter(OpenRow::open).map(row -> Quarter.parse(row.quarter));
    }
}
