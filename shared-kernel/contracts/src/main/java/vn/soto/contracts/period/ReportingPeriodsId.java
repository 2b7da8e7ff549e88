package vn.soto.contracts.period;

import vn.soto.contracts.unit.UnitId;

/** The reporting periods of an authority. Written {@code reporting-periods:<unit>}. */
public record ReportingPeriodsId(UnitId authority) {

    @Override
    public String toString() {
        return "reporting-periods:" + authority;
    }
}
