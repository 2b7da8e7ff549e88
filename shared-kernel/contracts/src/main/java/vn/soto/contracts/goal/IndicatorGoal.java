package vn.soto.contracts.goal;

/** @param indicator code of the figure, one of {@link vn.soto.contracts.report.UnitIndicators} */
public record IndicatorGoal(String indicator, Goal goal) {}
