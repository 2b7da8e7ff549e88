package vn.soto.demo;

import java.util.Locale;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;

/**
 * A residential unit of the demo district; its id and its numbered name are invented.
 *
 * @param commune     unit in which it lies
 * @param communeName name of that unit
 */
record Neighbourhood(UnitId id, UnitKind kind, String name, UnitId commune, String communeName) {

    /** Name of the team that covers it. */
    String teamName() {
        return "Tổ CNSCĐ " + name.toLowerCase(Locale.ROOT) + ", " + communeName;
    }
}
