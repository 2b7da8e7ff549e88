package vn.soto.contracts.stipend;

import vn.soto.contracts.unit.UnitId;

/** What the teams of a unit are paid for a period. Written {@code stipend-statement:<unit>:<period>}. */
public record StipendStatementId(UnitId unit, StipendPeriod period) {

    /** @param name unit and period, written {@code <unit>:<period>}; there may be no such statement */
    public static String of(String name) {
        return "stipend-statement:" + name;
    }

    @Override
    public String toString() {
        return of(unit + ":" + period);
    }
}
