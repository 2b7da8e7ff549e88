package vn.soto.verifier;

import java.io.PrintStream;
import java.util.List;
import vn.soto.ledger.sqlite.SqliteLedgerReader;
import vn.soto.verifier.PinnedStatements.Recomputed;

/** {@code verify-stipends}: computes each version of each stipend statement again from the commit that it pins. */
record VerifyStipendsCommand(LedgerReport report) implements ShellCommand {

    @Override
    public void run(List<String> arguments) {
        if (arguments.size() != 1) {
            throw new UsageException("verify-stipends");
        }
        List<Recomputed> all;
        try (SqliteLedgerReader ledger = SqliteLedgerReader.open(FilePair.path(arguments.getFirst()))) {
            all = PinnedStatements.recomputed(ledger, report.progress());
        }
        all.forEach(each -> print(each, report.out()));
        long wrong = all.stream().filter(each -> !each.same()).count();
        if (wrong > 0) {
            throw new ContentDiffersException(
                    "%1$d bảng kê chi khác với sổ. / %1$d statements differ from the ledger.".formatted(wrong));
        }
        report.out()
                .println("%1$d bảng kê chi tính lại đúng như đã ghi. / %1$d statements computed again as recorded."
                        .formatted(all.size()));
    }

    private static void print(Recomputed found, PrintStream out) {
        out.println("  %s / %s  %s:%s  v%d  %d:%s  %d đ"
                .formatted(
                        found.same() ? "khớp" : "KHÁC",
                        found.same() ? "same" : "DIFFERENT",
                        found.stated().unit(),
                        found.stated().period(),
                        found.stated().version(),
                        found.stated().pinnedTo(),
                        found.stated().hash(),
                        found.stated().content().total()));
        if (!found.same()) {
            out.println("    tính lại / computed again:   " + found.content());
        }
    }
}
