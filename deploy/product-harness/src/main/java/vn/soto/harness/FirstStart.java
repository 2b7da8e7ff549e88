package vn.soto.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import vn.soto.allinone.account.AccountsFile;
import vn.soto.demo.loaded.LoadedDemo;
import vn.soto.demo.loaded.PreparedFolder;

/**
 * The files that one product with the loaded demo leaves to all later ones. Its loaded classes save each start two fifths of its
 * processor time. Its accounts and what it made of the demo, index and checked keys among it, need not be made again.
 */
final class FirstStart {

    static final String ACCOUNTS = "accounts";
    private static final String STORED_ACCOUNTS = "accounts.sqlite";
    private static final List<String> FOLDED = List.of("read-models.sqlite", "command-index.sqlite");
    private static final String CHECKED_KEYS = "keys.checked";
    private static final String SEARCH = "search";
    private static final String CLASSES = "classes.aot";
    private static final Path LEFT = PreparedFolder.of(
            "first-start", LoadedDemo.IDENTITY + "-" + Program.identity("soto.jar"), FirstStart::startAndStop);

    private FirstStart() {}

    private static void startAndStop(Path folder) {
        Path data = PreparedFolder.copy(LoadedDemo.folder(), createdForItsOwner(folder.resolve("data")));
        AccountsFile.create(data.resolve(ACCOUNTS));
        List<String> archived = List.of("-XX:AOTCacheOutput=" + folder.resolve(CLASSES));
        try (AllInOne product = AllInOne.start(List.of(), archived, data)) {
            product.awaitCaughtUp();
        }
    }

    private static Path createdForItsOwner(Path folder) {
        try {
            return Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Gives a data folder accounts of each role, which a fresh product would not make. Their passwords are hashed already, and
     * in clear in a file for the tests. A folder with accounts stays as it is.
     */
    static void copyAccountsTo(Path data) {
        if (Stream.of(ACCOUNTS, STORED_ACCOUNTS).map(data::resolve).anyMatch(Files::exists)) {
            return;
        }
        createdForItsOwner(data);
        copyTo(data, List.of(ACCOUNTS, STORED_ACCOUNTS));
    }

    /** Into a data folder with the loaded demo: what was made of it. */
    static void copyFoldedTo(Path data) {
        copyTo(data, FOLDED);
        // Not there if the product ended before it had looked at all of them.
        if (Files.exists(data().resolve(CHECKED_KEYS))) {
            copyTo(data, List.of(CHECKED_KEYS));
        }
        PreparedFolder.copy(data().resolve(SEARCH), data.resolve(SEARCH));
    }

    private static void copyTo(Path data, List<String> files) {
        try {
            for (String file : files) {
                Files.copy(data().resolve(file), data.resolve(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder that it left. */
    static Path data() {
        return LEFT.resolve("data");
    }

    /** Classes that it used, loaded and linked, as others map them into memory. */
    static Path classes() {
        return LEFT.resolve(CLASSES);
    }
}
