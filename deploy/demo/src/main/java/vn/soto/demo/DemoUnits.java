package vn.soto.demo;

import java.util.List;
import vn.soto.domain.unit.UnitCommand.EstablishUnit;
import vn.soto.plans.imports.UnitFile;

/** Bình Dương as of 1 January 2024: the province, 9 districts and cities, 91 communes, wards and townships. */
final class DemoUnits {

    private static final String FILE = "units-binh-duong-2024.csv";

    private DemoUnits() {}

    /** Parents before their children. */
    static List<EstablishUnit> all() {
        return UnitFile.read(DemoFiles.read(FILE)).stream()
                .map(DemoUnits::understood)
                .toList();
    }

    private static EstablishUnit understood(UnitFile.Row row) {
        if (row.finding() != null) {
            throw new IllegalStateException(FILE + ": " + row.finding());
        }
        return row.command();
    }
}
