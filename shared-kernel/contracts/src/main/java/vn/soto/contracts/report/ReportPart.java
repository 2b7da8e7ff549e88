package vn.soto.contracts.report;

/**
 * An accepted version of a report below, of a team or of a unit, as a consolidation pins it.
 *
 * @param content  hash of the version's content, as its acceptance names it
 * @param pinnedTo number of the last ledger commit that the version read
 */
public record ReportPart(Reporter reporter, int version, String content, long pinnedTo) {}
