package vn.soto.contracts.target;

/** @param indicator code of the figure, one of {@link vn.soto.contracts.report.UnitIndicators} */
public record IndicatorGoal(String indicator, Goal goal) {}
