package vn.soto.verifier;

import java.io.IOException;
import java.util.List;
import vn.soto.ledger.Tail;
import vn.soto.ledger.sqlite.SqliteBackup;

/** {@code backup}: copies a ledger file, also while it is in use, and checks the copy. */
record BackupCommand(LedgerReport report) implements ShellCommand {

    @Override
    public void run(List<String> arguments) throws IOException {
        FilePair files = FilePair.of("backup", arguments);
        Tail tail = SqliteBackup.backup(files.source(), files.destination(), report.progress());
        report.print("Đã sao lưu và kiểm tra. / Backed up and checked.", files.destination(), tail);
    }
}
