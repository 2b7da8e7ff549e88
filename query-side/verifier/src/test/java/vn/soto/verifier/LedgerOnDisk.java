package vn.soto.verifier;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vn.soto.ledger.Tail;
import vn.soto.ledgerwriter.WriterSettings;
import vn.soto.ledgerwriter.sqlite.SqliteLedger;
import vn.soto.testkit.DraftSamples;
import vn.soto.testkit.SettableClock;

/** A ledger file written by the product, and what someone with other tools can do to it. */
record LedgerOnDisk(Path file) {

    static final String ORIGIN = "demo/kiểm tra";

    static SqliteLedger open(Path file) {
        return SqliteLedger.open(
                file,
                ORIGIN,
                new SettableClock(Instant.parse("2026-07-01T08:00:00Z")),
                WriterSettings.standard(),
                new SimpleMeterRegistry());
    }

    /** A closed ledger of so many commits, using every field there is. */
    static Tail write(Path file, int commits) {
        try (SqliteLedger ledger = open(file)) {
            return append(ledger, commits, 42);
        }
    }

    /** Returns the tail after so many more commits. */
    static Tail append(SqliteLedger ledger, int commits, long seed) {
        DraftSamples samples = new DraftSamples(seed);
        for (int i = 0; i < commits; i++) {
            ledger.appender().append(samples.next());
        }
        return ledger.reader().tail();
    }

    Path log() {
        return file.resolveSibling(file.getFileName() + "-wal");
    }

    /** The files as they lie there, without those of the copy that was there before. */
    void copyTo(LedgerOnDisk copy) throws IOException {
        for (String suffix : List.of("", "-wal", "-shm", ".anchor")) {
            Path from = file.resolveSibling(file.getFileName() + suffix);
            Path to = copy.file.resolveSibling(copy.file.getFileName() + suffix);
            Files.deleteIfExists(to);
            if (!suffix.equals("-shm") && Files.exists(from)) {
                Files.copy(from, to);
            }
        }
    }

    int change(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            // Whoever alters a ledger does not stop at the layout's own checks.
            statement.execute("PRAGMA ignore_check_constraints = ON");
            return statement.executeUpdate(sql);
        }
    }

    /** The first column of each row. */
    List<String> ask(String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }
}
