package vn.soto.demo;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import vn.soto.domain.unit.UnitCommand.EstablishUnit;
import vn.soto.plans.Step;
import vn.soto.plans.imports.ImportKind;
import vn.soto.plans.imports.Upload;
import vn.soto.plans.imports.table.Format;

/** Bình Dương as of 1 January 2024: the province, 9 districts and cities, 91 communes, wards and townships. */
final class DemoUnits {

    private static final String FILE = "units-binh-duong-2024.csv";

    private DemoUnits() {}

    /** Parents before their children. */
    static List<EstablishUnit> all() {
        byte[] file = DemoFiles.read(FILE).getBytes(StandardCharsets.UTF_8);
        List<EstablishUnit> units = new ArrayList<>();
        new Upload(ImportKind.UNITS, Format.CSV, file, "demo").read(row -> units.add(understood(row)));
        return units;
    }

    private static EstablishUnit understood(Upload.UploadedRow row) {
        if (!row.findings().isEmpty()) {
            throw new IllegalStateException(FILE + ": " + row.findings());
        }
        return (EstablishUnit) ((Step.Ready) row.steps().getFirst()).command();
    }
}
