package vn.soto.harness;

import java.nio.file.Path;
import vn.soto.demo.loaded.PreparedFolder;

/** Data folders of a product without demo that was started and stopped. */
public final class EmptyData {

    private EmptyData() {}

    /** Fills a folder that does not exist yet. */
    public static Path copyTo(Path folder) {
        return PreparedFolder.copy(FirstStart.data(), folder);
    }
}
