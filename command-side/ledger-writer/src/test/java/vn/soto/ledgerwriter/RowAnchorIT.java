package vn.soto.ledgerwriter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.soto.ledger.sqlite.Anchor;
import vn.soto.ledger.sqlite.SqliteSession;
import vn.soto.ledgerwriter.RowAnchor.AnchoredRows;

/** The fate of an anchor that cannot be written for a while. */
final class RowAnchorIT {

    private static final AnchoredRows ROWS = new AnchoredRows("rows", "id", "text", true);

    @TempDir
    private Path folder;

    /** The thread of a request that was given up is interrupted, which closes the channel that it writes to. */
    @Test
    void aRowThatCouldNotBeNamedIsNamedOnceTheFileCanBeWritten() throws Exception {
        Path store = folder.resolve("store.sqlite");
        Path file = RowAnchor.fileOf(store);
        Path away = folder.resolve("away");
        try (SqliteSession session = SqliteSession.writer(store)) {
            session.run("CREATE TABLE rows (id INTEGER PRIMARY KEY, text TEXT)");
            try (RowAnchor anchor = RowAnchor.open(store, ROWS, session)) {
                session.run("INSERT INTO rows VALUES (1, 'one')");
                Files.move(file, away);
                Thread.currentThread().interrupt();
                anchor.advance(session);
                assertThat(Thread.interrupted()).isTrue();
                assertThat(anchor.isFailing()).isTrue();

                Files.move(away, file);
                assertThat(anchor.isFailing()).isFalse();
                assertThat(named(file)).isEqualTo(1);

                session.run("INSERT INTO rows VALUES (2, 'two')");
                anchor.advance(session);
                assertThat(anchor.isFailing()).isFalse();
            }
            assertThat(named(file)).isEqualTo(2);
            assertThat(RowAnchor.loss(store, ROWS)).isEmpty();
        }
    }

    private static long named(Path file) {
        return Anchor.readFile(file).orElseThrow().number();
    }
}
