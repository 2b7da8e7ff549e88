package vn.soto.ledger.sqlite;

import java.nio.file.Path;
import java.util.List;
import vn.soto.ledger.Commit;

/** The commits of a ledger file as they lie there, altered or not: what a forger sees. Only this package can read them. */
public final class UncheckedCommits {

    private UncheckedCommits() {}

    public static List<Commit> of(Path file) {
        try (SqliteLedgerReader reader = SqliteLedgerReader.open(file)) {
            return reader.storedCommits(1, 10_000);
        }
    }
}
