package vn.soto.contracts.report;

/** The source of a line's value that people stated. */
public record StatedSource(String code, FigureSource source) {}
