package vn.soto.contracts.unit;

import java.util.Comparator;

/** Kinds of unit. Residential units are not an administrative tier. */
public enum UnitKind {
    PROVINCE(1, "tỉnh"),
    /** Directly under the central government (trực thuộc trung ương). */
    MUNICIPALITY(1, "thành phố"),
    /** Within a province (cấp huyện), until 30 June 2025. */
    CITY(2, "thành phố"),
    /** Until 30 June 2025. */
    TOWN(2, "thị xã"),
    /** Includes quận; until 30 June 2025. */
    DISTRICT(2, "huyện"),
    WARD(3, "phường"),
    COMMUNE(3, "xã"),
    /** Until 30 June 2025. */
    TOWNSHIP(3, "thị trấn"),
    SPECIAL_ZONE(3, "đặc khu"),
    NEIGHBOURHOOD(4, "khu phố"),
    HAMLET(4, "ấp"),
    /** Includes bản. */
    VILLAGE(4, "thôn"),
    RESIDENTIAL_GROUP(4, "tổ dân phố");

    /** Order from provinces down to residential units. */
    public static final Comparator<UnitKind> TOP_DOWN = Comparator.comparingInt(kind -> kind.tier);

    private final int tier;
    private final String vietnamese;

    UnitKind(int tier, String vietnamese) {
        this.tier = tier;
        this.vietnamese = vietnamese;
    }

    /** The word before a unit's name. Stored claims of names start with it, so it never changes. */
    public String vietnamese() {
        return vietnamese;
    }

    /** Whether it is a residential unit, the smallest unit of every roll-up, in which people live and teams work. */
    public boolean residential() {
        return tier == 4;
    }

    /** Whether it is a ward, commune, township or special zone. */
    public boolean communal() {
        return tier == 3;
    }

    /** Whether a unit of this kind can have a parent of that kind. */
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

    /** Number of levels above the teams, which work in residential units. */
    public int levelsAboveTeams() {
        return 4 - tier;
    }

    public boolean isTopLevel() {
        return tier == 1;
    }
}
