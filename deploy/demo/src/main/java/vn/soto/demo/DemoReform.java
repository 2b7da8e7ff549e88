package vn.soto.demo;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import vn.soto.contracts.shared.Instrument;
import vn.soto.domain.unit.Reorganisation;
import vn.soto.domain.unit.UnitCommand.EstablishUnit;
import vn.soto.plans.imports.ImportKind;
import vn.soto.plans.imports.ReorganisationFile;
import vn.soto.plans.imports.Upload;
import vn.soto.plans.imports.table.Format;

/**
 * The reform of 1 July 2025 in the province. 91 communes became 36, of which 16 were split; districts ended, and the
 * province became part of Hồ Chí Minh City.
 */
public final class DemoReform {

    public static final Instrument INSTRUMENT = new Instrument("19/2025/QĐ-TTg", LocalDate.of(2025, 6, 30));

    public static final LocalDate DAY = LocalDate.of(2025, 7, 1);

    private static final Reorganisation REORGANISATION = reorganisation(file());

    private DemoReform() {}

    /** As people would hand it in. */
    public static String file() {
        return DemoFiles.read("reorganisation-2025-07-01.csv");
    }

    public static Reorganisation reorganisation() {
        return REORGANISATION;
    }

    /** The communes that it made. */
    static List<EstablishUnit> communes() {
        return REORGANISATION.commands().stream()
                .filter(EstablishUnit.class::isInstance)
                .map(EstablishUnit.class::cast)
                .filter(unit -> unit.kind().communal())
                .toList();
    }

    static Upload upload(String csv) {
        return new Upload(
                ImportKind.REORGANISATIONS, Format.CSV, csv.getBytes(StandardCharsets.UTF_8), "demo-administrator");
    }

    /** By the same instrument, from the same day on. */
    static Reorganisation reorganisation(String csv) {
        ReorganisationFile file = ReorganisationFile.read(upload(csv));
        if (!file.findings().isEmpty()) {
            throw new IllegalStateException("a reorganisation of the demo: " + file.findings());
        }
        return new Reorganisation(file.rows(), INSTRUMENT, DAY);
    }
}
