package vn.soto.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import vn.soto.demo.loaded.LoadedDemo;
import vn.soto.demo.loaded.PreparedFolder;

/** The read models of the loaded demo, its index of commands and its checked keys, which one product makes for all later ones. */
final class FoldedDemo {

    private static final List<String> FILES = List.of("read-models.sqlite", "command-index.sqlite");
    private static final String CHECKED_KEYS = "keys.checked";
    private static final String SEARCH = "search";
    private static final Path LEFT = PreparedFolder.of(
            "folded-demo", LoadedDemo.IDENTITY + "-" + Program.identity("soto.jar"), FoldedDemo::fold);

    private FoldedDemo() {}

    private static void fold(Path folder) {
        Path data = folder.resolve("data");
        PreparedFolder.copy(LoadedDemo.folder(), data);
        FirstStart.copyAccountsTo(data);
        try (AllInOne product = AllInOne.start(data)) {
            product.awaitCaughtUp();
        }
    }

    /** Into a data folder with the same ledger. */
    static void copyTo(Path data) {
        Path left = LEFT.resolve("data");
        try {
            for (String file : FILES) {
                Files.copy(left.resolve(file), data.resolve(file));
            }
            // Not there if the product ended before it had looked at all of them.
            if (Files.exists(left.resolve(CHECKED_KEYS))) {
                Files.copy(left.resolve(CHECKED_KEYS), data.resolve(CHECKED_KEYS));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        PreparedFolder.copy(left.resolve(SEARCH), data.resolve(SEARCH));
    }
}
