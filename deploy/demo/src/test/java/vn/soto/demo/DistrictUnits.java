package vn.soto.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.soto.command.unit.UnitCommand.EstablishUnit;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;

/** A province with the demo district alone. */
final class DistrictUnits {

    private DistrictUnits() {}

    static List<EstablishUnit> all() {
        List<EstablishUnit> units = new ArrayList<>();
        units.add(unit("bd-001", UnitKind.PROVINCE, "Bình Dương", null));
        units.add(unit("bd-003", UnitKind.DISTRICT, "Bàu Bàng", "bd-001"));
        for (int i = 25; i <= 31; i++) {
            units.add(unit("bd-0" + i, i == 27 ? UnitKind.TOWNSHIP : UnitKind.COMMUNE, "Xã " + i, "bd-003"));
        }
        return units;
    }

    private static EstablishUnit unit(String id, UnitKind kind, String name, @Nullable String parent) {
        return new EstablishUnit(
                new UnitId(id),
                kind,
                name,
                id,
                parent == null ? null : new UnitId(parent),
                new Instrument("124/2004/QĐ-TTg", LocalDate.of(2004, 7, 8)),
                LocalDate.of(2024, 1, 1));
    }
}
