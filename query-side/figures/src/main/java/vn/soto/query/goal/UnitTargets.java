package vn.soto.query.goal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.goal.Goal;
import vn.soto.contracts.shared.Instrument;
import vn.soto.projection.DocumentType;
import vn.soto.projection.ReadModel;
import vn.soto.projection.Stamped;
import vn.soto.projection.VersionedRows;

/** Everything said about targets of one unit, of all quarters. */
public record UnitTargets(@BsonId String id, List<TargetRow> rows) implements ReadModel {

    static final DocumentType<UnitTargets> KIND = new DocumentType<>("unit-targets", UnitTargets.class);

    /**
     * @param recordedAt microseconds since 1970
     * @param goal       absent, like the instrument, if the target was withdrawn
     */
    public record TargetRow(
            long position,
            long commit,
            long recordedAt,
            String by,
            String quarter,
            String indicator,
            @Nullable Goal goal,
            @Nullable Instrument instrument)
            implements Stamped {}

    UnitTargets with(TargetRow row) {
        return new UnitTargets(id, VersionedRows.with(rows, row));
    }

    /** The rows of a quarter by indicator, in the order of their codes, each oldest first. */
    Map<String, List<TargetRow>> of(String quarter, long asOf) {
        Map<String, List<TargetRow>> byIndicator = new LinkedHashMap<>();
        VersionedRows.asOf(rows, asOf).stream()
                .filter(row -> row.quarter.equals(quarter))
                .sorted(Comparator.comparing(TargetRow::indicator).thenComparingLong(TargetRow::position))
                .forEach(row -> byIndicator
                        .computeIfAbsent(row.indicator, indicator -> new ArrayList<>())
                        .add(row));
        return byIndicator;
    }
}
