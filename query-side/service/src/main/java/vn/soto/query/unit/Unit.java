package vn.soto.query.unit;

import java.time.LocalDate;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.query.projection.Kind;
import vn.soto.query.projection.ReadModel;

/**
 * A unit as established.
 *
 * @param from         number of the commit from which on it is known
 * @param parent       absent for a province
 * @param officialCode of the national catalogue; absent for residential units
 */
public record Unit(
        @BsonId String id,
        long from,
        UnitKind kind,
        String name,
        @Nullable String officialCode,
        @Nullable String parent,
        String instrument,
        LocalDate signedOn,
        LocalDate effectiveFrom)
        implements ReadModel {

    static final Kind<Unit> KIND = new Kind<>("units", Unit.class);
}
