package vn.soto.contracts.report;

import org.jspecify.annotations.Nullable;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;

/**
 * An accepted version of a report below, of a team or of a unit, as a consolidation pins it.
 *
 * @param team     absent for a unit's report
 * @param unit     absent for a team's report
 * @param content  hash of the version's content, as its acceptance names it
 * @param pinnedTo number of the last ledger commit that the version read
 */
public record ReportPart(
        @Nullable TeamId team,
        @Nullable UnitId unit,
        int version,
        String content,
        long pinnedTo) {}
