package vn.soto.harness;

import java.nio.file.Path;
import vn.soto.demo.loaded.LoadedDemo;
import vn.soto.demo.loaded.PreparedFolder;

/** A data folder that a packaged product made of the loaded demo for all tests that need it, with its accounts; each works on a copy. */
public final class DemoData {

    private static final Path LEFT =
            PreparedFolder.of("demo", Program.identity("soto.jar") + "-" + LoadedDemo.IDENTITY, DemoData::startAndStop);

    private DemoData() {}

    private static void startAndStop(Path folder) {
        PreparedFolder.copy(LoadedDemo.folder(), folder);
        try (AllInOne product = AllInOne.start(folder)) {
            product.address();
        }
    }

    public static Path accounts() {
        return LEFT.resolve("accounts");
    }

    public static Path copyTo(Path folder) {
        return PreparedFolder.copy(LEFT, folder);
    }
}
