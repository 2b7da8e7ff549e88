package vn.soto.contracts.stipend;

import vn.soto.contracts.unit.UnitId;

/** The id of the statement of stipends of a unit for a period. Written {@code stipend-statement:<unit>:<period>}. */
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
