package vn.soto.query.reorganisation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import vn.soto.query.unit.UnitLine;

/**
 * What a reorganisation file would do, at the commit the answer describes. Nothing is written.
 *
 * @param actions    rows by action
 * @param errors     why it cannot be carried out as it is; empty if it can
 * @param ending     units that end
 * @param touched    those, what lies in them, and what changes or moves; without those the file establishes
 * @param households in what is touched
 * @param reports    not submitted, of teams in what is touched, for the quarters on both sides of the day
 * @param unresolved what the file leaves undecided: it stays in its old unit until somebody says where it goes
 */
record Preview(
        LocalDate effectiveFrom,
        Map<String, Long> actions,
        List<RowError> errors,
        List<UnitLine> ending,
        long touched,
        List<TeamTouched> teams,
        long households,
        List<OpenReport> reports,
        List<Unresolved> unresolved) {

    /** @param row from 1 below the header; 0 for the file as a whole */
    record RowError(int row, String column, String cause, String value, String suggestion) {}

    /** @param units that it covers and that are touched */
    record TeamTouched(String team, String name, long units) {}

    record OpenReport(String team, String quarter) {}

    /**
     * @param in         the unit that ends and leaves it undecided; for a residential unit that is itself split, that one
     * @param candidates to which it may go; empty for an end without successor
     * @param households in it
     */
    record Unresolved(UnitLine unit, UnitLine in, List<UnitLine> candidates, long households) {}
}
