package vn.soto.query.unit;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.unit.UnitKind;

/** A unit in one line, as of the day of the answer. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record UnitLine(
        String unit, UnitKind kind, String name, @Nullable String officialCode) {

    public static UnitLine of(UnitOnDay unit) {
        return new UnitLine(unit.id(), unit.kind(), unit.name(), unit.step().officialCode());
    }
}
