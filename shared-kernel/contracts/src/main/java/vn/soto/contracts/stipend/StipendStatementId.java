package vn.soto.contracts.stipend;

import vn.soto.contracts.unit.UnitId;

/** What the teams of a unit are paid for a period. Written {@code stipend-statement:<unit>:<period>}. */
public record StipendStatementId(UnitId unit, StipendPeriod period) {

    @Override
    public String toString() {
        return "stipend-statement:" + unit + ":" + period;
    }
}
