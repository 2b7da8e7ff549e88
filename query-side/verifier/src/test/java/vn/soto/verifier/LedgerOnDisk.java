package vn.soto.verifier;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
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
            DraftSamples samples = new DraftSamples(42);
            for (int i = 0; i < commits; i++) {
                ledger.appender().append(samples.next());
            }
            return ledger.reader().tail();
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
