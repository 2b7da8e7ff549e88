package vn.soto.query.unit;

import org.bson.codecs.pojo.annotations.BsonId;
import vn.soto.projection.DocumentType;
import vn.soto.projection.ReadModel;

/**
 * Where a household lives, as far as the ledger is folded.
 *
 * @param id       the household
 * @param position of the event that said so
 */
public record HouseholdUnit(@BsonId String id, String unit, long position) implements ReadModel {

    static final DocumentType<HouseholdUnit> KIND = new DocumentType<>("homes", HouseholdUnit.class);
}
