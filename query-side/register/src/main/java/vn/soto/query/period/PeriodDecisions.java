package vn.soto.query.period;

import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import vn.soto.contracts.period.PeriodEvent;
import vn.soto.contracts.period.ReportingPeriods;
import vn.soto.projection.DocumentType;
import vn.soto.projection.ReadModel;
import vn.soto.projection.Stamped;
import vn.soto.projection.VersionedRows;

/** A unit's decisions about its reporting periods, oldest first; most units have none. */
public record PeriodDecisions(@BsonId String id, List<PeriodRow> rows) implements ReadModel {

    static final DocumentType<PeriodDecisions> KIND = new DocumentType<>("period-decisions", PeriodDecisions.class);

    public record PeriodRow(long position, long commit, PeriodEvent event) implements Stamped {}

    PeriodDecisions with(PeriodRow row) {
        return new PeriodDecisions(id, VersionedRows.with(rows, row));
    }

    ReportingPeriods asOf(long commit) {
        ReportingPeriods periods = ReportingPeriods.NONE;
        for (PeriodRow row : VersionedRows.asOf(rows, commit)) {
            periods = periods.after(row.event);
        }
        return periods;
    }
}
