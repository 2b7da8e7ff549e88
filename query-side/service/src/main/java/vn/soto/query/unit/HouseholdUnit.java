package vn.soto.query.unit;

import org.bson.codecs.pojo.annotations.BsonId;
import vn.soto.projection.DocumentType;
import vn.soto.projection.ReadModel;

/**
 * The unit of a household after the last projected event.
 *
 * @param id       household
 * @param position position of the event that named the unit
 */
public record HouseholdUnit(@BsonId String id, String unit, long position) implements ReadModel {

    static final DocumentType<HouseholdUnit> KIND = new DocumentType<>("homes", HouseholdUnit.class);
}
