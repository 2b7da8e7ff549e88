package vn.soto.plans.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.soto.plans.imports.table.Finding;

/**
 * What carrying a file out would do, without doing it.
 *
 * @param rows     below the header
 * @param ready    rows that would be recorded
 * @param repeated rows that are recorded already
 * @param wrong    rows with a finding
 * @param ignored  titles of columns nobody reads
 * @param findings the first {@value #MOST_FINDINGS}, in the order of rows
 * @param effects  what a reorganisation would touch; absent for other kinds
 */
public record DryRunReport(
        ImportKind kind,
        int rows,
        int ready,
        int repeated,
        int wrong,
        List<String> ignored,
        List<Finding> findings,
        @Nullable ReorganisationEffects effects) {

    /** More are in the file that is sent back, not in memory. */
    public static final int MOST_FINDINGS = 1_000;
}
