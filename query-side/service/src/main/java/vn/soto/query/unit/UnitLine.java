package vn.soto.query.unit;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.unit.UnitKind;

/** A unit in one line. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record UnitLine(
        String unit, UnitKind kind, String name, @Nullable String officialCode) {

    public static UnitLine of(Unit unit) {
        return new UnitLine(unit.id(), unit.kind(), unit.name(), unit.officialCode());
    }
}
