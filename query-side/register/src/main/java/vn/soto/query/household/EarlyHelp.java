package vn.soto.query.household;

import java.time.LocalDate;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import vn.soto.projection.Batch;
import vn.soto.projection.DocumentType;
import vn.soto.projection.ReadModel;
import vn.soto.query.household.EntryDay.HelpBefore;

/**
 * Help to a household whose registration waits in the dead letters; empty once a retry made the household known. It is written after the
 * household, so a crash between the two leaves it full.
 *
 * @param id of the household
 */
public record EarlyHelp(@BsonId String id, List<HelpBefore> helped) implements ReadModel {

    static final DocumentType<EarlyHelp> KIND = new DocumentType<>("early-help", EarlyHelp.class);

    static EarlyHelp of(String household, Batch batch) {
        return batch.find(KIND, household).orElseGet(() -> new EarlyHelp(household, List.of()));
    }

    /** As of a household that is not entered yet. */
    EntryDay day() {
        return new EntryDay(LocalDate.MAX, helped);
    }
}
