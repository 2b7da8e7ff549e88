package vn.soto.ledgerwriter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.soto.testkit.Drafts.one;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.WriteFault;
import vn.soto.ledger.sqlite.SqliteSession;
import vn.soto.ledger.sqlite.StructureCheck;

/** An index that does not lead to a row: without a look a repeated command would be recorded twice. */
@Tag("threads")
final class IndexedEndIT {

    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("ledger.db");
    }

    /** The index as the schema has it, over all rows but some. */
    private void leaveOut(String index, String on, String condition, String rows) throws SQLException {
        try (SqliteSession session = SqliteSession.writer(file())) {
            String unique = "CREATE UNIQUE INDEX %s ON " + on + " WHERE " + condition;
            session.run("DROP INDEX " + index);
            session.run((unique + " AND " + rows).formatted("other"));
            session.run("PRAGMA writable_schema = ON");
            session.run("UPDATE sqlite_schema SET name = '%s', sql = '%s' WHERE name = 'other'"
                    .formatted(index, unique.formatted(index)));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            commands | commits (command)         | command IS NOT NULL | number <> 2
            slots    | events (stream, sequence) | stream IS NOT NULL  | commit_number <> 2
            """)
    void isNotStartedFrom(String index, String on, String condition, String rows) throws SQLException {
        try (Embedded embedded = Embedded.open(file())) {
            embedded.append(one("a", "x", 0));
            embedded.append(one("b", "x", 1));
            embedded.append(one("c", "x", 2));
        }
        leaveOut(index, on, condition, rows);

        assertThatExceptionOfType(LedgerException.CommitDamaged.class)
                .isThrownBy(() -> Embedded.open(file()).close())
                .satisfies(damage -> assertThat(damage.commit()).isEqualTo(2));
        try (SqliteSession session = SqliteSession.reader(file())) {
            assertThat(StructureCheck.complaint(session, file()).orElseThrow()).contains("missing from index " + index);
        }
    }

    @Test
    void whatALookBehindTheStartFindsEndsAllWriting() throws SQLException {
        try (Embedded embedded = Embedded.open(file())) {
            embedded.append(one("a", "x", 0));
            try (SqliteSession session = SqliteSession.reader(file())) {
                assertThat(StructureCheck.complaint(session, file())).isEmpty();
            }
            embedded.ledger.contradicts("row 1 missing from index commands");

            assertThatExceptionOfType(LedgerException.Damaged.class)
                    .isThrownBy(() -> embedded.append(one("b", "x", 1)));
            assertThat(embedded.ledger.trouble().orElseThrow().fault()).isEqualTo(WriteFault.DAMAGED);
            assertThat(embedded.ledger.reader().tail().number()).isEqualTo(1);
        }
    }
}
