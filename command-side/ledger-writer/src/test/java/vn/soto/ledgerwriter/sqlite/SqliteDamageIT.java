package vn.soto.ledgerwriter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.soto.ledger.Commit;
import vn.soto.ledger.DamagedCommit;
import vn.soto.ledger.LeafEncoding;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.StoredCommit;
import vn.soto.ledger.WrongLedgerException;
import vn.soto.ledger.sqlite.SqliteLedgerReader;
import vn.soto.ledger.sqlite.SqliteSession;
import vn.soto.ledgerwriter.WriterSettings;
import vn.soto.testkit.DamageContract;
import vn.soto.testkit.OpenLedger;
import vn.soto.testkit.Seeds;

@Tag("threads")
final class SqliteDamageIT extends DamageContract {

    private static final int MUTANTS = Boolean.getBoolean("soto.long") ? 2_000 : 30;

    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("ledger.db");
    }

    @Override
    protected OpenLedger open(Clock time) {
        return SqliteLedgerIT.opened(
                SqliteLedger.open(file(), ORIGIN, time, WriterSettings.standard(), new SimpleMeterRegistry()));
    }

    @Override
    protected void release() {}

    @Override
    protected void change(long number, Change change) {
        run(
                file(),
                switch (change) {
                    case PAYLOAD ->
                        "UPDATE events SET payload = CAST('{\"n\":18}' AS BLOB) WHERE commit_number = " + number;
                    case METADATA ->
                        "UPDATE events SET metadata = unhex(replace(hex(metadata), hex('%s'), hex('vong'))) WHERE commit_number = %d"
                                .formatted(WORD, number);
                    case ACTOR -> "UPDATE commits SET actor = 'somebody' WHERE number = " + number;
                    case AT -> "UPDATE commits SET at = at + 1 WHERE number = " + number;
                    case CHAIN -> "UPDATE commits SET chain = zeroblob(32) WHERE number = " + number;
                    case PREVIOUS -> "UPDATE commits SET previous = zeroblob(32) WHERE number = " + number;
                    case UNREADABLE -> "UPDATE events SET type = CAST(x'FF' AS TEXT) WHERE commit_number = " + number;
                    case GONE -> "DELETE FROM commits WHERE number = " + number;
                });
    }

    private static void run(Path file, String sql) {
        try (SqliteSession session = SqliteSession.writer(file)) {
            session.run("PRAGMA ignore_check_constraints = ON");
            session.run(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whatever value of a row is changed: no read gives another commit than was written. */
    @Test
    void noMutantIsReadAsACommit() {
        List<Commit> written = read(file()).stream().map(Commit.class::cast).toList();
        Seeds.each(MUTANTS, seed -> {
            Path mutant = copy();
            mutate(mutant, new Random(seed));
            List<StoredCommit> all;
            try {
                all = read(mutant);
            } catch (LedgerException.Damaged | WrongLedgerException e) {
                return; // It is not opened.
            }
            for (StoredCommit stored : all) {
                if (stored instanceof Commit commit) {
                    Commit original = written.get((int) commit.number() - 1);
                    assertThat(LeafEncoding.encode(commit)).isEqualTo(LeafEncoding.encode(original));
                    assertThat(commit.chain()).isEqualTo(original.chain());
                } else {
                    assertThat(stored).isInstanceOf(DamagedCommit.class);
                }
            }
        });
    }

    private static List<StoredCommit> read(Path ledger) {
        try (SqliteLedgerReader reader = SqliteLedgerReader.open(ledger)) {
            List<StoredCommit> all = new ArrayList<>();
            for (var page = reader.read(1, 60); !page.isEmpty(); page = reader.read(all.size() + 1L, 60)) {
                all.addAll(page);
            }
            return all;
        }
    }

    /** A value of a random column of a random row becomes that of another row. */
    private static void mutate(Path ledger, Random random) {
        String table = random.nextBoolean() ? "commits" : "events";
        try (SqliteSession session = SqliteSession.writer(ledger)) {
            session.run("PRAGMA ignore_check_constraints = ON");
            List<String> columns = session.list(
                    "SELECT name FROM pragma_table_info('" + table + "') WHERE pk = 0", row -> row.getString(1));
            String column = columns.get(random.nextInt(columns.size()));
            session.run("UPDATE OR IGNORE %1$s SET %2$s = (SELECT %2$s FROM %1$s WHERE rowid = %3$d) WHERE rowid = %4$d"
                    .formatted(table, column, 1 + random.nextInt(110), 1 + random.nextInt(110)));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Path copy() {
        try {
            return Files.copy(file(), folder.resolve("mutant.db"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
