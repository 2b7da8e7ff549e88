package vn.soto.open.disclosure;

/** The value of a unit in a line. */
public record OpenCell(String unit, String code) {}
