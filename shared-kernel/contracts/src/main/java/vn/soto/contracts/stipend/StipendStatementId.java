package vn.soto.contracts.stipend;

import vn.soto.contracts.unit.UnitId;

/** What the teams of a unit are paid for a period. Written {@code stipend-statement:<unit>:<period>}. */
public record StipendStatementId(UnitId unit, StipendPeriod period) {

    /** Its text, also for a unit that may not exist. */
    public static String of(String unit, StipendPeriod period) {
        return "stipend-statement:" + unit + ":" + period;
    }

    @Override
    public String toString() {
        return of(unit.value(), period);
    }
}
