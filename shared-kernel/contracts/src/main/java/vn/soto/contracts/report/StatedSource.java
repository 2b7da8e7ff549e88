package vn.soto.contracts.report;

/** Where the value of a line comes from that people stated. */
public record StatedSource(String code, FigureSource source) {}
