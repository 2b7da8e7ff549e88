package vn.soto.verifier;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.Tail;
import vn.soto.ledger.sqlite.Anchor;
import vn.soto.ledger.sqlite.SqliteBackup;

/**
 * {@code restore}: puts a checked backup in the place of a ledger file and reports the lost commits. The backup's
 * accounts are restored if there are none.
 */
record RestoreCommand(LedgerReport report) implements ShellCommand {

    @Override
    public void run(List<String> arguments) throws IOException {
        FilePair files = FilePair.of("restore", arguments);
        Path ledger = files.destination();
        long anchored = anchored(ledger);
        OptionalLong[] accounts = {OptionalLong.empty()};
        Tail tail = SqliteBackup.restore(
                files.source(),
                ledger,
                report.progress(),
                _ -> accounts[0] = AccountsBackup.restore(files.source(), ledger));
        report.print("Đã phục hồi và kiểm tra. / Restored and checked.", ledger, tail);
        report.accounts(AccountsBackup.beside(ledger), accounts[0]);
        if (anchored > tail.number()) {
            report.out()
                    .println(
                            "  CHÚ Ý: mất các lần ghi %1$d-%2$d, ghi sau bản sao lưu. / NOTE: commits %1$d-%2$d, made after the backup, are lost."
                                    .formatted(tail.number() + 1, anchored));
        }
    }

    /** The number of the commit in the old anchor; 0 if there is none or it is unreadable, which stops no restore. */
    private long anchored(Path ledger) {
        try {
            return Anchor.read(ledger).map(Anchor::number).orElse(0L);
        } catch (LedgerException.Damaged e) {
            report.err().println(e.getMessage());
            return 0;
        }
    }
}
