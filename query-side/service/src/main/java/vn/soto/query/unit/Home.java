package vn.soto.query.unit;

import org.bson.codecs.pojo.annotations.BsonId;
import vn.soto.query.projection.Kind;
import vn.soto.query.projection.ReadModel;

/**
 * Where a household lives, as far as the ledger is folded.
 *
 * @param id       the household
 * @param position of the event that said so
 */
public record Home(@BsonId String id, String unit, long position) implements ReadModel {

    static final Kind<Home> KIND = new Kind<>("homes", Home.class);
}
