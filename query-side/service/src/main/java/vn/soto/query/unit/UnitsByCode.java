package vn.soto.query.unit;

import java.util.List;
import java.util.stream.Stream;
import org.bson.codecs.pojo.annotations.BsonId;
import vn.soto.projection.DocumentType;
import vn.soto.projection.ReadModel;

/**
 * The units that ever bore a code of the national catalogue; on which days, each says itself.
 *
 * @param id the code
 */
public record UnitsByCode(@BsonId String id, List<String> units) implements ReadModel {

    static final DocumentType<UnitsByCode> KIND = new DocumentType<>("unit-codes", UnitsByCode.class);

    UnitsByCode with(String unit) {
        return units.contains(unit)
                ? this
                : new UnitsByCode(
                        id, Stream.concat(units.stream(), Stream.of(unit)).toList());
    }
}
