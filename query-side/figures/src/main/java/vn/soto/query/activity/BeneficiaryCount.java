package vn.soto.query.activity;

import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import vn.soto.contracts.shared.Quarter;
import vn.soto.projection.DocumentType;
import vn.soto.projection.ReadModel;
import vn.soto.projection.VersionedRows;

/**
 * The records of help to one household or business in one unit in one quarter, as rows of {@link ActivityRow#order}; so
 * that it is counted once. A household that moved within the quarter counts in each unit in which it was helped; {@link DistinctHelp} counts it
 * once in the units above.
 *
 * @param id {@code <unit>/<household>/<quarter>}, or {@code business:} and the business in the household's place
 */
public record BeneficiaryCount(@BsonId String id, List<Long> orders) implements ReadModel {

    static final DocumentType<BeneficiaryCount> KIND = new DocumentType<>("helped", BeneficiaryCount.class);

    static String id(String unit, String household, Quarter quarter) {
        return unit + "/" + household + "/" + quarter;
    }

    BeneficiaryCount with(long order) {
        return new BeneficiaryCount(id, VersionedRows.with(orders, order, Long::longValue));
    }

    /** Number of records counted before a row. */
    long before(long order) {
        long count = 0;
        for (long row : orders) {
            if (row >= order) {
                break;
            }
            count += row % 2 == 1 ? 1 : -1;
        }
        return count;
    }
}
