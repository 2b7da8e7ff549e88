package vn.soto.harness;

import java.nio.file.Path;

/** Data folders of a product without demo that was started and stopped. */
public final class EmptyData {

    private EmptyData() {}

    /** In a folder that does not exist yet. */
    public static Path in(Path folder) {
        try (AllInOne product = AllInOne.start(folder, AllInOne.WITHOUT_DEMO)) {
            product.address();
        }
        return folder;
    }
}
