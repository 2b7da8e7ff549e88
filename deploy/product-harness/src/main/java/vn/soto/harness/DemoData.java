package vn.soto.harness;

import java.nio.file.Path;
import java.time.LocalDate;
import vn.soto.contracts.shared.VietnamTime;

/**
 * A data folder with the demo, which a packaged product loads for all tests that need it; each works on a copy. It is loaded
 * once a day, because the demo ends with yesterday.
 */
public final class DemoData {

    /** The day of the loading, if that did not pass midnight. */
    public static final LocalDate DAY = today();

    private static final Path LOADED =
            PreparedFolder.of("demo", Program.identity("soto.jar") + "-" + DAY, DemoData::load);

    private DemoData() {}

    private static LocalDate today() {
        return LocalDate.now(VietnamTime.ZONE);
    }

    private static void load(Path folder) {
        try (AllInOne product = AllInOne.start(folder)) {
            product.address();
        }
    }

    public static Path accounts() {
        return LOADED.resolve("accounts");
    }

    public static Path copyTo(Path folder) {
        return PreparedFolder.copy(LOADED, folder);
    }
}
