package vn.soto.plans.imports;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.soto.domain.shared.Warning;
import vn.soto.plans.imports.table.Finding;

/**
 * The result of a dry run of a file.
 *
 * @param rows     number of rows below the header
 * @param ready    number of rows that would be recorded
 * @param repeated number of rows that are already recorded
 * @param repeatedRows the first {@value #MOST_FINDINGS} of them
 * @param wrong    number of rows with a finding
 * @param ignored  titles of columns that mean nothing, and letters of those without a title
 * @param titles   titles of the columns by name, as they are in the file
 * @param findings the first {@value #MOST_FINDINGS}, in row order
 * @param more     whether there are more
 * @param warnings warnings about records that the rows would leave behind
 * @param effects  effects of a reorganisation; absent for other kinds
 */
public record DryRunReport(
        ImportKind kind,
        int rows,
        int ready,
        int repeated,
        List<Integer> repeatedRows,
        int wrong,
        List<String> ignored,
        Map<String, String> titles,
        List<Finding> findings,
        boolean more,
        List<Warning> warnings,
        @Nullable ReorganisationEffects effects) {

    /** Limit of the findings in memory; the annotated file lists all of them. */
    public static final int MOST_FINDINGS = 1_000;
}
