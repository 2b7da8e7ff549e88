package vn.soto.plans.imports;

import java.util.List;
import vn.soto.plans.Step;
import vn.soto.plans.imports.lookup.UnitAndTeamIndex;
import vn.soto.plans.imports.table.InvalidCellException;

/** Converts the rows of one file to steps, in file order. */
interface RowReader {

    /**
     * The steps that can be made of the row; none of them is recorded if the row has a fault.
     *
     * @param row collects the faults of its cells
     * @throws InvalidCellException for a further fault
     */
    List<Step> steps(Cells row);

    static RowReader of(ImportKind kind, UnitAndTeamIndex.Known known) {
        return switch (kind) {
            case UNITS -> new UnitRows(known);
            case TEAMS -> new TeamRows(known);
            case MEMBERS -> new MemberRows(known);
            case HOUSEHOLDS -> new HouseholdRows(known);
            case ASSISTANCES -> new HelpRows(known);
            case OUTREACH -> new OutreachRows(known);
            case TRAININGS -> new TrainingRows(known);
            case BUSINESSES -> new BusinessRows(known);
            case REORGANISATIONS -> new ReorganisationRows();
        };
    }
}
