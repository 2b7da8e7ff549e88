package vn.soto.query.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.shared.Quarter;
import vn.soto.projection.DocumentType;
import vn.soto.projection.ReadModel;
import vn.soto.projection.Stamped;
import vn.soto.projection.VersionedRows;

/**
 * When reports were opened and closed at a unit: the one that they were submitted to, or the one that reports. A report is open while
 * its latest version waits or was returned.
 *
 * @param id   of the unit, or of a report, whose rows say where it was submitted to
 * @param rows oldest first
 */
public record OpenReports(@BsonId String id, List<OpenRow> rows) implements ReadModel {

    static final DocumentType<OpenReports> KIND = new DocumentType<>("open-reports", OpenReports.class);

    /** @param recipient of the latest version; absent if there is none */
    public record OpenRow(
            String report, String quarter, @Nullable String recipient, boolean open, long position, long commit)
            implements Stamped {}

    static OpenReports none(String id) {
        return new OpenReports(id, List.of());
    }

    OpenReports with(OpenRow row) {
        return new OpenReports(id, VersionedRows.with(rows, row));
    }

    Optional<OpenRow> before(long position) {
        return VersionedRows.before(rows, position);
    }

    /** The quarters of the reports that are open as known at a commit. */
    Stream<Quarter> quarters(long commit) {
        Map<String, OpenRow> latest = new LinkedHashMap<>();
        VersionedRows.asOf(rows, commit).forEach(row -> latest.put(row.report, row));
        return latest.values().stream().filter(OpenRow::open).map(row -> Quarter.parse(row.quarter));
    }
}
