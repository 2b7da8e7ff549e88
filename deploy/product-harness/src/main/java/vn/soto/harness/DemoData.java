package vn.soto.harness;

import java.nio.file.Path;
import vn.soto.demo.loaded.LoadedDemo;
import vn.soto.demo.loaded.PreparedFolder;

/** Data folders of a product with the loaded demo, before its first start, which makes accounts of each role; each test works on its own. */
public final class DemoData {

    private DemoData() {}

    /** Fills a folder that is empty or does not exist yet. */
    public static Path copyTo(Path folder) {
        return PreparedFolder.copy(LoadedDemo.folder(), folder);
    }
}
