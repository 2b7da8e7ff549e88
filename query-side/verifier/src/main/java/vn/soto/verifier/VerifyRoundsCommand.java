package vn.soto.verifier;

import java.io.PrintStream;
import java.util.List;
import vn.soto.ledger.sqlite.SqliteLedgerReader;
import vn.soto.verifier.PinnedScores.Recounted;

/** {@code verify-rounds}: makes the scores of each round of recognition again from the commit that they pin. */
record VerifyRoundsCommand(LedgerReport report) implements ShellCommand {

    @Override
    public void run(List<String> arguments) {
        if (arguments.size() != 1) {
            throw new UsageException("verify-rounds");
        }
        List<Recounted> all;
        try (SqliteLedgerReader ledger = SqliteLedgerReader.open(FilePair.path(arguments.getFirst()))) {
            all = PinnedScores.recounted(ledger, report.progress());
        }
        all.forEach(each -> print(each, report.out()));
        List<Recounted> wrong = all.stream().filter(each -> !each.same()).toList();
        if (!wrong.isEmpty()) {
            throw new ContentDiffersException(
                    "%1$d lần chấm điểm khác với sổ. / %1$d scorings differ from the ledger.".formatted(wrong.size()));
        }
        report.out()
                .println("Điểm của %1$d lần chấm tính lại đúng như đã ghi. / %1$d scorings made again as recorded."
                        .formatted(all.size()));
    }

    private static void print(Recounted scores, PrintStream out) {
        out.println("  %s / %s  %s  %d:%s  v%d"
                .formatted(
                        scores.same() ? "khớp" : "KHÁC",
                        scores.same() ? "same" : "DIFFERENT",
                        scores.scope().round(),
                        scores.pin().commit(),
                        scores.pin().content(),
                        scores.pin().rule()));
        if (!scores.same()) {
            out.println("    tính lại / made again:       " + scores.content());
        }
    }
}
