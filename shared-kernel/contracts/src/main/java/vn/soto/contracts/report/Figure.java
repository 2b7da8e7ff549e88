package vn.soto.contracts.report;

/** One line of a report: a code of {@link Indicators} and its value. */
public record Figure(String code, long value) {}
