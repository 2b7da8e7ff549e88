package vn.soto.demo;

import java.time.LocalDate;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.unit.UnitId;

/** Fixed points of the demo for any seed: days, places, and teams with a story of their own. */
final class Story {

    /** Seed of the demo that everybody sees. */
    static final long SEED = 6037;

    static final LocalDate FIRST_DAY = LocalDate.of(2024, 10, 25);

    /** Last day of the two quarters' story; entries planned later are dropped. */
    static final LocalDate LAST_ENTRIES = LocalDate.of(2025, 4, 10);

    /** The day on which some contents left undecided by the reform are decided. */
    static final LocalDate LAST_DAY = LocalDate.of(2025, 7, 8);

    /** Last day of the year after the reform, when its last reports have gone up the line. */
    static final LocalDate YEAR_END = LocalDate.of(2026, 7, 20);

    /** Commands up to then, for {@link #SEED}. */
    static final long COMMANDS = 33_424;

    static final LocalDate TEAMS_FROM = LocalDate.of(2024, 10, 28);

    static final Quarter FIRST_QUARTER = new Quarter(2024, 4);
    static final Quarter SECOND_QUARTER = new Quarter(2025, 1);

    static final UnitId DISTRICT = new UnitId("bd-003");
    static final String DISTRICT_NAME = "Bàu Bàng";

    /** The city of which the province is a part since the reform. */
    static final UnitId CITY = new UnitId("hcm-001");

    /** Lai Uyên, the district's only township, and its only commune that the reform split. */
    static final UnitId SPLIT = new UnitId("bd-027");

    /** A number that states it is no document of any authority. */
    static final Instrument NEIGHBOURHOODS = new Instrument("DEMO-KP/2024", LocalDate.of(2024, 10, 24));

    /** Likewise; says of some neighbourhoods of the split township where they lie since the reform. */
    static final Instrument PLACES = new Instrument("DEMO-KP/2025", LocalDate.of(2025, 7, 7));

    /** Has five members, one of them with more households than the plan asks for. */
    static final int BUSIEST = 2;

    /** Sends its first report eight days late. */
    static final int LATE = 4;

    /** Has three members and loses one for a week. */
    static final int UNDERSTAFFED = 5;

    /** Sends its first report a second time, after a check against the notebook. */
    static final int TWICE = 7;

    /** Gets another leader in February. */
    static final int NEW_LEADER = 9;

    /** Never sends a report. */
    static final int SILENT = 11;

    /** Loses a member whose households pass to the others. */
    static final int SHARING = 14;

    static final LocalDate CHECKED = LocalDate.of(2025, 1, 15);
    static final LocalDate MEMBER_LEFT = LocalDate.of(2025, 1, 12);
    static final LocalDate MEMBER_REPLACED = LocalDate.of(2025, 1, 20);
    static final LocalDate LEADER_CHANGED = LocalDate.of(2025, 2, 10);
    static final LocalDate SHARED_OUT = LocalDate.of(2025, 3, 3);

    private Story() {}
}
