package vn.soto.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import vn.soto.allinone.account.AccountsFile;
import vn.soto.demo.loaded.PreparedFolder;

/**
 * The files that one product with an empty ledger leaves to all later ones: each start saves two fifths of
 * its processor time.
 */
final class FirstStart {

    static final String ACCOUNTS = "accounts";
    private static final String STORED_ACCOUNTS = "accounts.sqlite";
    private static final String CLASSES = "classes.aot";
    private static final Path LEFT =
            PreparedFolder.of("first-start", Program.identity("soto.jar"), FirstStart::startAndStop);

    private FirstStart() {}

    private static void startAndStop(Path folder) {
        Path data = createdForItsOwner(folder.resolve("data"));
        AccountsFile.create(data.resolve(ACCOUNTS));
        List<String> archived = List.of("-XX:AOTCacheOutput=" + folder.resolve(CLASSES));
        try (AllInOne product = AllInOne.start(List.of(), archived, data, AllInOne.WITHOUT_DEMO)) {
            product.address();
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
        try {
            for (String file : List.of(ACCOUNTS, STORED_ACCOUNTS)) {
                Files.copy(data().resolve(file), data.resolve(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder that it left, with its ledger. */
    static Path data() {
        return LEFT.resolve("data");
    }

    /** Classes that it used, loaded and linked, as others map them into memory. */
    static Path classes() {
        return LEFT.resolve(CLASSES);
    }
}
