package vn.soto.harness;

import java.nio.file.Path;
import vn.soto.demo.loaded.LoadedDemo;
import vn.soto.demo.loaded.PreparedFolder;

/** Data folders of a product with the loaded demo, before its first start, with accounts of each role; each test works on its own. */
public final class DemoData {

    private DemoData() {}

    /** The accounts with their passwords, the same in each folder. */
    public static Path accounts() {
        return FirstStart.data().resolve(FirstStart.ACCOUNTS);
    }

    /** Fills a folder that is empty or does not exist yet. */
    public static Path copyTo(Path folder) {
        PreparedFolder.copy(LoadedDemo.folder(), folder);
        FirstStart.copyAccountsTo(folder);
        FirstStart.copyFoldedTo(folder);
        return folder;
    }
}
