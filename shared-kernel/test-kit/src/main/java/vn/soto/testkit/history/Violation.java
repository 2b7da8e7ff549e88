package vn.soto.testkit.history;

/** A rule that a ledger broke, and where. */
public record Violation(HistoryRule rule, String text) {}
