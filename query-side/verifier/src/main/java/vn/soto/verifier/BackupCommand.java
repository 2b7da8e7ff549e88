package vn.soto.verifier;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import vn.soto.ledger.Tail;
import vn.soto.ledger.sqlite.BackupNote;
import vn.soto.ledger.sqlite.SqliteBackup;

/** {@code backup}: copies a ledger file and the accounts beside it, also while they are in use, and checks the copies. */
record BackupCommand(LedgerReport report) implements ShellCommand {

    @Override
    public void run(List<String> arguments) throws IOException {
        FilePair files = FilePair.of("backup", arguments);
        AccountsBackup.removeLeftBeside(files.destination());
        AccountsBackup.refuseToOverwrite(files.destination());
        OptionalLong[] accounts = {OptionalLong.empty()};
        Tail tail = SqliteBackup.backup(
                files.source(),
                files.destination(),
                report.progress(),
                _ -> accounts[0] = AccountsBackup.backup(files.source(), files.destination()));
        report.print("Đã sao lưu và kiểm tra. / Backed up and checked.", files.destination(), tail);
        report.accounts(AccountsBackup.of(files.destination()), accounts[0]);
        note(files.source(), tail);
    }

    /** Health of the product reads it; a data folder that this user may not write stops no backup. */
    private void note(Path ledger, Tail head) {
        try {
            BackupNote.write(ledger, head);
        } catch (IOException | UncheckedIOException e) {
            report.err()
                    .println("Không ghi chú được lần sao lưu cho /health. / Health is not told of the backup: " + e);
        }
    }
}
