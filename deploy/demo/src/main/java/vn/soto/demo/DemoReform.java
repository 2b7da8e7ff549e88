package vn.soto.demo;

import java.time.LocalDate;
import vn.soto.contracts.reorganisation.ReorganisationFile;
import vn.soto.contracts.shared.Instrument;
import vn.soto.domain.unit.Reorganisation;

/**
 * The reform of 1 July 2025 as it concerned the province: 91 communes to 36, of which 16 were split, districts at an end,
 * the province part of Hồ Chí Minh City.
 */
public final class DemoReform {

    public static final Instrument INSTRUMENT = new Instrument("19/2025/QĐ-TTg", LocalDate.of(2025, 6, 30));

    public static final LocalDate DAY = LocalDate.of(2025, 7, 1);

    private DemoReform() {}

    /** As people would hand it in. */
    public static String file() {
        return DemoFiles.read("reorganisation-2025-07-01.csv");
    }

    public static Reorganisation reorganisation() {
        return Reorganisation.of(ReorganisationFile.read(file()), INSTRUMENT, DAY);
    }
}
