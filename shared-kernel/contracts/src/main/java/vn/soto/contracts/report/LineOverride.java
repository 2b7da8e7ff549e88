package vn.soto.contracts.report;

/**
 * A line for which the team reports another value than the ledger gives. Both are kept and never merged.
 *
 * @param value reported instead of the derived one
 */
public record LineOverride(String code, long value) {}
