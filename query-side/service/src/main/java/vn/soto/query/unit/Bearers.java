package vn.soto.query.unit;

import java.util.List;
import java.util.stream.Stream;
import org.bson.codecs.pojo.annotations.BsonId;
import vn.soto.query.projection.Kind;
import vn.soto.query.projection.ReadModel;

/**
 * The units that ever bore a code of the national catalogue; on which days, each says itself.
 *
 * @param id the code
 */
public record Bearers(@BsonId String id, List<String> units) implements ReadModel {

    static final Kind<Bearers> KIND = new Kind<>("unit-codes", Bearers.class);

    Bearers with(String unit) {
        return units.contains(unit)
                ? this
                : new Bearers(id, Stream.concat(units.stream(), Stream.of(unit)).toList());
    }
}
