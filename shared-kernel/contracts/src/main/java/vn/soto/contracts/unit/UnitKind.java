package vn.soto.contracts.unit;

import java.util.Comparator;

/** Kinds of unit, with the Vietnamese term. Residential units are not an administrative tier. */
public enum UnitKind {
    /** tỉnh */
    PROVINCE(1),
    /** thành phố trực thuộc trung ương */
    MUNICIPALITY(1),
    /** thành phố thuộc tỉnh (cấp huyện, đến 30/6/2025) */
    CITY(2),
    /** thị xã (đến 30/6/2025) */
    TOWN(2),
    /** quận, huyện (đến 30/6/2025) */
    DISTRICT(2),
    /** phường */
    WARD(3),
    /** xã */
    COMMUNE(3),
    /** thị trấn (đến 30/6/2025) */
    TOWNSHIP(3),
    /** đặc khu */
    SPECIAL_ZONE(3),
    /** khu phố */
    NEIGHBOURHOOD(4),
    /** ấp */
    HAMLET(4),
    /** thôn, bản */
    VILLAGE(4),
    /** tổ dân phố */
    RESIDENTIAL_GROUP(4);

    /** From provinces to residential units. */
    public static final Comparator<UnitKind> TOP_DOWN = Comparator.comparingInt(kind -> kind.tier);

    private final int tier;

    UnitKind(int tier) {
        this.tier = tier;
    }

    /** Where people live and teams work: the atom of every roll-up. */
    public boolean residential() {
        return tier == 4;
    }

    /** Whether a unit of this kind can lie directly in a unit of the other kind. */
    public boolean liesIn(UnitKind parent) {
        return switch (tier) {
            case 4 -> parent.tier == 3;
            case 3 -> parent.tier == 2 || parent.tier == 1;
            case 2 -> parent.tier == 1;
            default -> false;
        };
    }

    public boolean sameTierAs(UnitKind other) {
        return tier == other.tier;
    }

    public boolean isTopLevel() {
        return tier == 1;
    }
}
