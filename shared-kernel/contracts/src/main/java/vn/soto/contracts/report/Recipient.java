package vn.soto.contracts.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.unit.UnitId;

/**
 * The one unit that accepts or returns a report.
 *
 * @param unit   commune in which the team's area lies when the report is submitted
 * @param note   why it is this one of several units; absent if there was no other
 * @param others the other units: communes of the period's first day, or of other parts of the area
 */
public record Recipient(UnitId unit, @Nullable Note note, List<UnitId> others) {

    public Recipient {
        others = List.copyOf(others);
    }

    /** The name is stored and never changes. */
    public enum Note {
        /** Units were reorganised since the period's first day: the unit that the area lies in now is the recipient. */
        REORGANISED,
        /** The area lies in several communes: the one with most of its units is the recipient. */
        SEVERAL_COMMUNES
    }
}
