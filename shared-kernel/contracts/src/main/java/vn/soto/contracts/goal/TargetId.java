package vn.soto.contracts.goal;

import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.unit.UnitId;

/** The target of a unit for one indicator in one quarter. Written {@code unit-target:<unit>:<quarter>:<indicator>}. */
public record TargetId(UnitId unit, Quarter quarter, String indicator) {

    @Override
    public String toString() {
        return "unit-target:" + unit + ":" + quarter + ":" + indicator;
    }
}
