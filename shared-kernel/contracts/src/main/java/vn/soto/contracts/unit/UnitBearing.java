package vn.soto.contracts.unit;

import org.jspecify.annotations.Nullable;

/**
 * What can be said of a unit from a day on.
 *
 * @param officialCode text of the national catalogue; absent for residential units
 * @param parent       in which it lies; absent for a province
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

    /** @param newName absent if it keeps the one it bears */
    public UnitBearing in(UnitId newParent, @Nullable String newName) {
        return new UnitBearing(kind, newName == null ? name : newName, officialCode, newParent);
    }
}
