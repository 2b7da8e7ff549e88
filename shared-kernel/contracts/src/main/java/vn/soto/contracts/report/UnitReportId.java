package vn.soto.contracts.report;

import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.unit.UnitId;

/** A unit's report for a quarter, which consolidates those below it. Written {@code unit-report:<unit>:<quarter>}. */
public record UnitReportId(UnitId unit, Quarter quarter) {

    @Override
    public String toString() {
        return "unit-report:" + unit + ":" + quarter;
    }
}
