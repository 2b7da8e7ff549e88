package vn.soto.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import vn.soto.allinone.account.AccountsFile;

/** Accounts of each role with their passwords in clear, which a product takes over at its first start. */
final class TestAccounts {

    static final String FILE = "accounts";

    private TestAccounts() {}

    /** Gives them to a data folder, to which a product without the demo would give none. A folder with accounts stays as it is. */
    static void in(Path data) {
        if (Stream.of(FILE, "accounts.sqlite").map(data::resolve).anyMatch(Files::exists)) {
            return;
        }
        try {
            Files.createDirectories(
                    data, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        AccountsFile.create(data.resolve(FILE));
    }
}
