package vn.soto.command.dispatch;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.soto.ledger.Chain;
import vn.soto.ledger.Hash;
import vn.soto.ledger.Head;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.sqlite.OwnerFile;
import vn.soto.ledger.sqlite.RowChecksum;
import vn.soto.ledger.sqlite.SqliteFailure;
import vn.soto.ledger.sqlite.SqliteSession;

/**
 * Parts of an index over a ledger in an SQLite file of one process, each as bytes under its id. With them is the commit
 * up to which they hold all; both change in one transaction. The file is disposable: one that does not fit the
 * program or the ledger, or is not as it was written, is made anew.
 */
final class IndexFile implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(IndexFile.class);
    private static final String FORMAT = "soto/command-index/v1 ";
    private static final List<String> TABLES = List.of(
            "CREATE TABLE about(name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
            "CREATE TABLE part(id TEXT PRIMARY KEY, checksum INTEGER NOT NULL, body BLOB NOT NULL) STRICT, WITHOUT ROWID");

    private static final String PROGRAM = "program";
    private static final String NUMBER = "number";
    private static final String CHAIN = "chain";
    private static final String CHECKSUMS = "checksums";
    private static final String SEAL = "seal";

    private final Path path;
    private final SqliteSession session;
    private final String program;
    private long checksums;
    private boolean damaged;

    private IndexFile(Path path, SqliteSession session, String program) {
        this.path = path;
        this.session = session;
        this.program = program;
    }

    /**
     * An opened file and what it holds.
     *
     * @param number of the last commit that its parts are of; 0 if they are made anew
     */
    record Opened(IndexFile file, long number, Map<String, byte[]> parts) {}

    /** @param program tells this version of the program from every other that makes other parts */
    static Opened open(Path path, String program, LedgerReader ledger) {
        String identity = FORMAT + program;
        if (Files.exists(path)) {
            try {
                return read(path, identity, ledger);
            } catch (SQLException | IllegalArgumentException e) {
                LOG.warn("Chỉ mục {} được dựng lại từ sổ cái / is made anew from the ledger: {}", path, e.getMessage());
                OwnerFile.delete(path);
            }
        }
        try {
            return new Opened(made(path, identity, Chain.genesis(ledger.origin())), 0, Map.of());
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "Không tạo được chỉ mục %1$s. / The index %1$s cannot be made.".formatted(path), e);
        }
    }

    private static IndexFile made(Path path, String program, Hash genesis) throws SQLException {
        OwnerFile.create(path);
        IndexFile file = new IndexFile(path, session(path), program);
        file.session.inTransaction(() -> {
            for (String table : TABLES) {
                file.session.run(table);
            }
            file.about(new Head(0, genesis), 0);
        });
        return file;
    }

    private static SqliteSession session(Path path) throws SQLException {
        SqliteSession session = SqliteSession.writer(path);
        try {
            // What a loss of power takes is made again from the ledger.
            session.run("PRAGMA synchronous=NORMAL");
            return session;
        } catch (SQLException e) {
            session.close();
            throw e;
        }
    }

    /** Throws {@code IllegalArgumentException} saying why the file is of no use. */
    private static Opened read(Path path, String program, LedgerReader ledger) throws SQLException {
        OwnerFile.restrict(path);
        SqliteSession session = session(path);
        boolean sound = false;
        try {
            List<String> tables = session.list(
                    "SELECT sql FROM sqlite_schema ORDER BY name", row -> String.valueOf(row.getString(1)));
            require(tables.equals(TABLES), "bị hỏng / damaged: not its tables");
            Map<String, String> about = new HashMap<>();
            session.list("SELECT name, value FROM about", row -> about.put(row.getString(1), row.getString(2)));
            require(program.equals(about.get(PROGRAM)), "của phiên bản khác / of another version");
            require(seal(about).equals(about.get(SEAL)), "bị hỏng / damaged: its progress was changed");
            long number = Long.parseLong(about.getOrDefault(NUMBER, ""));
            require(
                    ledger.chainAt(number)
                            .filter(chain -> chain.toString().equals(about.get(CHAIN)))
                            .isPresent(),
                    "của sổ cái khác / of another ledger, or of a damaged commit");
            IndexFile file = new IndexFile(path, session, program);
            Map<String, byte[]> parts = file.parts();
            require(
                    String.valueOf(file.checksums).equals(about.get(CHECKSUMS)),
                    "bị hỏng / damaged: its rows are not those that were written");
            sound = true;
            LOG.info(
                    "Chỉ mục có sẵn đến lần ghi / the index is there up to commit: {}; phải đọc tiếp / left to read: {}",
                    number,
                    ledger.tail().number() - number);
            return new Opened(file, number, parts);
        } finally {
            if (!sound) {
                session.close();
            }
        }
    }

    private static void require(boolean holds, String complaint) {
        if (!holds) {
            throw new IllegalArgumentException(complaint);
        }
    }

    private Map<String, byte[]> parts() throws SQLException {
        Map<String, byte[]> parts = new HashMap<>();
        try (ResultSet row = session.prepared("SELECT id, checksum, body FROM part ORDER BY id")
                .executeQuery()) {
            while (row.next()) {
                String id = row.getString(1);
                byte[] body = row.getBytes(3);
                require(body != null && row.getLong(2) == RowChecksum.of(id, body), "bị hỏng / damaged: " + id);
                checksums += row.getLong(2);
                parts.put(id, body);
            }
        }
        return parts;
    }

    private static String seal(Map<String, String> about) {
        String all = String.join(
                "\n",
                List.of(
                        about.getOrDefault(PROGRAM, ""),
                        about.getOrDefault(NUMBER, ""),
                        about.getOrDefault(CHAIN, ""),
                        about.getOrDefault(CHECKSUMS, "")));
        return Hash.sha256(all.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /**
     * Writes changed parts and the commit up to which all parts are made, in one transaction.
     *
     * @return whether the file has them now; if not, the log says why
     */
    boolean write(Map<String, byte[]> changed, Head upTo) {
        if (damaged) {
            return true;
        }
        long[] sum = {checksums};
        try {
            session.inTransaction(() -> {
                sum[0] = checksums;
                for (var part : new TreeMap<>(changed).entrySet()) {
                    sum[0] += put(part.getKey(), part.getValue());
                }
                about(upTo, sum[0]);
            });
            checksums = sum[0];
            return true;
        } catch (SQLException e) {
            fail(e);
            return damaged;
        }
    }

    private void fail(SQLException failure) {
        LOG.warn(
                "Không ghi được chỉ mục {}; lần khởi động sau đọc lại phần thiếu / the index cannot be written; the next start reads what it lacks",
                path,
                failure);
        if (SqliteFailure.of(failure) == SqliteFailure.DAMAGED) {
            // Nothing reads it any more, and the next start makes it anew.
            damaged = true;
            close();
            OwnerFile.delete(path);
        }
    }

    /** By how much the sum of the checksums changes. */
    private long put(String id, byte[] body) throws SQLException {
        long before = session.number("SELECT checksum FROM part WHERE id = ?", id);
        long now = RowChecksum.of(id, body);
        update("INSERT OR REPLACE INTO part(id, checksum, body) VALUES (?, ?, ?)", id, now, body);
        return now - before;
    }

    private void about(Head upTo, long sum) throws SQLException {
        Map<String, String> about = new HashMap<>(Map.of(
                PROGRAM, program,
                NUMBER, String.valueOf(upTo.number()),
                CHAIN, upTo.chain().toString(),
                CHECKSUMS, String.valueOf(sum)));
        about.put(SEAL, seal(about));
        for (var each : about.entrySet()) {
            update("INSERT OR REPLACE INTO about(name, value) VALUES (?, ?)", each.getKey(), each.getValue());
        }
    }

    private void update(String sql, Object... values) throws SQLException {
        PreparedStatement statement = session.prepared(sql);
        for (int at = 0; at < values.length; at++) {
            statement.setObject(at + 1, values[at]);
        }
        statement.executeUpdate();
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (SQLException e) {
            LOG.info("{}", e.toString());
        }
    }
}
