package vn.soto.verifier;

import java.io.IOException;
import java.util.List;
import vn.soto.privacy.sqlite.KeyBackup;

/** {@code backup-keys}: copies a key store, also while it is in use. */
record BackupKeysCommand(LedgerReport report) implements ShellCommand {

    @Override
    public void run(List<String> arguments) throws IOException {
        FilePair files = FilePair.of("backup-keys", arguments);
        long subjects = KeyBackup.copy(files.source(), files.destination());
        report.out()
                .println("Đã sao lưu kho khóa: %1$d đối tượng. / Key store backed up: %1$d subjects."
                        .formatted(subjects));
    }
}
