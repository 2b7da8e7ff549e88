package vn.soto.harness;

import java.nio.file.Path;
import java.time.LocalDate;
import vn.soto.contracts.shared.VietnamTime;

/**
 * A data folder with the demo, which a packaged product loads for all tests that need it; each works on a copy. It is loaded
 * once a day, because the demo ends with yesterday.
 */
public final class DemoData {

    private static final Path LOADED = PreparedFolder.of("demo", ofToday(), DemoData::load);

    private DemoData() {}

    private static String ofToday() {
        return Program.identity("soto.jar") + "-" + LocalDate.now(VietnamTime.ZONE);
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
