package vn.soto.query.detection;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.bson.codecs.pojo.annotations.BsonId;
import vn.soto.projection.DocumentType;
import vn.soto.projection.ReadModel;
import vn.soto.projection.Stamped;
import vn.soto.projection.VersionedRows;

/** The day of a record of help after each event: the detectors' row of the record is in its month. */
public record TracedHelp(@BsonId String id, List<Day> days) implements ReadModel {

    static final DocumentType<TracedHelp> KIND = new DocumentType<>("traced-help-days", TracedHelp.class);

    /** @param day of the help since the event */
    public record Day(long position, long commit, LocalDate day) implements Stamped {}

    Optional<Day> before(long position) {
        return VersionedRows.before(days, position);
    }

    TracedHelp with(HelpRow row) {
        return new TracedHelp(id, VersionedRows.with(days, new Day(row.position(), row.commit(), row.day())));
    }
}
