package vn.soto.contracts.unit;

import org.jspecify.annotations.Nullable;

/**
 * Attributes of a unit from a day on.
 *
 * @param officialCode code of the national catalogue, a text; absent for residential units
 * @param parent       parent unit; absent for a province
 */
public record UnitBearing(
        UnitKind kind,
        String name,
        @Nullable String officialCode,
        @Nullable UnitId parent) {

    public UnitBearing named(String newName) {
        return new UnitBearing(kind, newName, officialCode, parent);
    }

    public UnitBearing coded(String newCode) {
        return new UnitBearing(kind, name, newCode, parent);
    }

    public UnitBearing typed(UnitKind newKind) {
        return new UnitBearing(newKind, name, officialCode, parent);
    }

    /** @param newName new name; absent if the name stays */
    public UnitBearing in(UnitId newParent, @Nullable String newName) {
        return new UnitBearing(kind, newName == null ? name : newName, officialCode, newParent);
    }
}
