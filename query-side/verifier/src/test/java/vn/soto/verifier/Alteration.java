package vn.soto.verifier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import vn.soto.ledger.sqlite.Anchor;

/** The possible alterations of the files of a ledger. */
enum Alteration {
    FLIPPED_VALUE(Revealed.BY_ITSELF) {
        @Override
        void apply(LedgerOnDisk ledger, Random random, int turn) throws SQLException {
            List<Column> columns = columns(ledger);
            Column column = columns.get(turn % columns.size());
            new Forgery(ledger, random).flip(column.table(), column.name(), row(ledger, column.table(), random));
        }
    },
    SIZE_OF_THE_LAST_COMMIT(Revealed.BY_ITSELF) {
        @Override
        void apply(LedgerOnDisk ledger, Random random, int turn) throws SQLException {
            ledger.change("UPDATE commits SET size = size | (1 << %d) WHERE number = (SELECT max(number) FROM commits)"
                    .formatted(10 + turn % 53));
        }
    },
    NULL_AND_NOT_NULL(Revealed.BY_ITSELF) {
        @Override
        void apply(LedgerOnDisk ledger, Random random, int turn) throws SQLException {
            int rows = ledger.change(List.of(
                            "UPDATE commits SET command = NULL, content = NULL WHERE number = (SELECT max(number) FROM commits WHERE command IS NOT NULL)",
                            "UPDATE commits SET command = zeroblob(16) WHERE number = (SELECT max(number) FROM commits WHERE command IS NULL)",
                            "UPDATE commits SET content = zeroblob(32) WHERE number = (SELECT max(number) FROM commits WHERE command IS NULL)",
                            "UPDATE commits SET command = x'', content = x'' WHERE number = (SELECT max(number) FROM commits WHERE command IS NULL)",
                            "UPDATE commits SET reason = '' WHERE number = (SELECT max(number) FROM commits WHERE reason IS NULL)",
                            "UPDATE commits SET id = CAST(id || x'00' AS BLOB)",
                            "UPDATE commits SET command = CAST(command || x'00' AS BLOB) WHERE command IS NOT NULL",
                            "UPDATE events SET metadata = x'' WHERE metadata IS NULL",
                            "UPDATE events SET tags = x''",
                            "UPDATE events SET aggregate_type = 'x' WHERE aggregate_type IS NULL",
                            "UPDATE events SET sequence = 0 WHERE sequence IS NULL",
                            "UPDATE events SET stream = 0 WHERE stream IS NULL",
                            "UPDATE events SET stream = 0 WHERE position = (SELECT max(position) FROM events WHERE stream IS NOT NULL)",
                            "UPDATE commits SET bytes = bytes + 1 WHERE number = 30")
                    .get(turn % 14));
            if (rows == 0) {
                throw new SQLException("no such row");
            }
        }
    },
    DELETED_ROW(Revealed.BY_ITSELF) {
        @Override
        void apply(LedgerOnDisk ledger, Random random, int turn) throws SQLException {
            String table = pick(TABLES, random);
            ledger.change("DELETE FROM %s WHERE rowid = %d".formatted(table, row(ledger, table, random)));
        }
    },
    INSERTED_ROW(Revealed.BY_ITSELF) {
        @Override
        void apply(LedgerOnDisk ledger, Random random, int turn) throws SQLException {
            ledger.change(pick(
                    List.of(
                            "INSERT INTO ledger SELECT origin FROM ledger",
                            "INSERT INTO streams (name) VALUES ('x')",
                            "INSERT INTO events SELECT max(position) + 1, commit_number, 'x', timestamp, type, revision, NULL, NULL, NULL, metadata, tags, encoding, payload FROM events",
                            "INSERT INTO commits SELECT max(number) + 1, first, size, bytes, id, at, NULL, origin, NULL, actor, reason, corrects, correlation, causation, latest, previous, chain FROM commits",
                            "INSERT INTO commits SELECT min(number) - 1, first, size, bytes, id, at, NULL, origin, NULL, actor, reason, corrects, correlation, causation, latest, previous, chain FROM commits"),
                    random));
        }
    },
    SWAPPED_ROWS(Revealed.BY_ITSELF) {
        @Override
        void apply(LedgerOnDisk ledger, Random random, int turn) throws SQLException {
            boolean header = random.nextBoolean();
            String table = header ? "commits" : "events";
            String key = header ? "number" : "position";
            long one = row(ledger, table, random);
            ledger.change("UPDATE %s SET %s = -7 WHERE rowid = %d".formatted(table, key, one));
            long other = row(ledger, table, random);
            ledger.change("UPDATE %s SET %s = %d WHERE rowid = %d".formatted(table, key, one, other));
            ledger.change("UPDATE %s SET %s = %d WHERE rowid = -7".formatted(table, key, other));
        }
    },
    SWAPPED_VALUES(Revealed.BY_ITSELF) {
        @Override
        void apply(LedgerOnDisk ledger, Random random, int turn) throws SQLException {
            String table = pick(List.of("commits", "events"), random);
            String column =
                    pick(ledger.ask("SELECT name FROM pragma_table_info('" + table + "') WHERE pk = 0"), random);
            long one = row(ledger, table, random);
            long other = row(ledger, table, random);
            ledger.change("""
                    WITH old AS MATERIALIZED (SELECT rowid AS r, %2$s AS v FROM %1$s WHERE rowid IN (%3$d, %4$d))
                    UPDATE %1$s SET %2$s = (SELECT v FROM old WHERE r = %3$d + %4$d - %1$s.rowid)
                    WHERE rowid IN (%3$d, %4$d)""".formatted(table, column, one, other));
        }
    },
    SCHEMA(Revealed.BY_ITSELF) {
        @Override
        void apply(LedgerOnDisk ledger, Random random, int turn) throws SQLException {
            for (String statement : pick(
                    List.of(
                            List.of("DROP INDEX slots"),
                            List.of("DROP INDEX commands"),
                            List.of(
                                    "DROP INDEX slots",
                                    "CREATE INDEX slots ON events (stream, sequence) WHERE stream IS NOT NULL"),
                            List.of("CREATE TABLE more (a)"),
                            List.of("CREATE VIEW v AS SELECT * FROM events"),
                            List.of("ALTER TABLE commits ADD COLUMN more TEXT"),
                            List.of("CREATE TRIGGER t AFTER INSERT ON commits BEGIN SELECT 1; END"),
                            List.of("CREATE TRIGGER t BEFORE INSERT ON events BEGIN SELECT RAISE(IGNORE); END")),
                    random)) {
                ledger.change(statement);
            }
        }
    },
    TRUNCATED_FILE(Revealed.BY_ITSELF) {
        @Override
        void apply(LedgerOnDisk ledger, Random random, int turn) throws IOException {
            cut(ledger.file(), random);
        }
    },
    FLIPPED_BIT_IN_THE_FILE(Revealed.BY_ITSELF) {
        @Override
        void apply(LedgerOnDisk ledger, Random random, int turn) throws IOException {
            flip(ledger.file(), random);
        }
    },
    FLIPPED_BIT_IN_THE_LOG(Revealed.BY_ANCHOR) {
        @Override
        void apply(LedgerOnDisk ledger, Random random, int turn) throws IOException {
            flip(ledger.log(), random);
        }
    },
    TRUNCATED_LOG(Revealed.BY_ANCHOR) {
        @Override
        void apply(LedgerOnDisk ledger, Random random, int turn) throws IOException {
            cut(ledger.log(), random);
        }
    },
    DELETED_LOG(Revealed.BY_ANCHOR) {
        @Override
        void apply(LedgerOnDisk ledger, Random random, int turn) throws IOException {
            Files.delete(ledger.log());
        }
    },
    ANCHOR(Revealed.BY_ANCHOR) {
        @Override
        void apply(LedgerOnDisk ledger, Random random, int turn) throws IOException {
            Path anchor = Anchor.fileOf(ledger.file());
            switch (turn % 3) {
                case 0 -> flip(anchor, random);
                case 1 -> cut(anchor, random);
                default -> Files.write(anchor, new byte[random.nextInt(3 * Anchor.LINE)]);
            }
        }
    },
    ROLLED_BACK(Revealed.BY_ANCHOR) {
        @Override
        void apply(LedgerOnDisk ledger, Random random, int turn) throws SQLException {
            int kept = 1 + random.nextInt((int) row(ledger, "commits", random));
            ledger.change("DELETE FROM events WHERE commit_number > " + kept);
            ledger.change("DELETE FROM commits WHERE number > " + kept);
            ledger.change("DELETE FROM streams WHERE id NOT IN (SELECT stream FROM events WHERE stream IS NOT NULL)");
        }
    },
    CHAIN_MADE_AGAIN(Revealed.BY_ANCHOR) {
        @Override
        void apply(LedgerOnDisk ledger, Random random, int turn) throws SQLException {
            long position = row(ledger, "events", random);
            ledger.change("UPDATE events SET payload = CAST(payload || x'20' AS BLOB) WHERE position = " + position);
            long number = Long.parseLong(ledger.ask("SELECT commit_number FROM events WHERE position = " + position)
                    .getFirst());
            ledger.change("UPDATE commits SET bytes = bytes + 1 WHERE number = " + number);
            new Forgery(ledger, random).remakeChain(number);
        }
    },
    /** Verify finds it by itself; a start, which checks the end of the chain, only by the anchor. */
    CHAIN_MADE_AGAIN_AGAINST_A_RULE(Revealed.BY_VERIFY) {
        @Override
        void apply(LedgerOnDisk ledger, Random random, int turn) throws SQLException {
            String position =
                    pick(ledger.ask("SELECT position FROM events WHERE sequence > 0 AND position > 9"), random);
            ledger.change(pick(
                            List.of(
                                    "UPDATE events SET sequence = sequence + 100 WHERE position = %s",
                                    "UPDATE events SET sequence = -sequence WHERE position = %s",
                                    "UPDATE events SET id = (SELECT id FROM events WHERE position = 0) WHERE position = %s",
                                    "UPDATE commits SET id = (SELECT id FROM commits WHERE number = 1) WHERE number = (SELECT commit_number FROM events WHERE position = %s)"),
                            random)
                    .formatted(position));
            new Forgery(ledger, random)
                    .remakeChain(
                            Long.parseLong(ledger.ask("SELECT commit_number FROM events WHERE position = " + position)
                                    .getFirst()));
        }
    };

    private static final List<String> TABLES = List.of("ledger", "commits", "events", "streams");

    record Column(String table, String name) {}

    /**
     * The means that reveal an alteration. Without an anchor, one that only the anchor reveals is found by a noted head
     * alone.
     */
    enum Revealed {
        BY_ITSELF,
        BY_VERIFY,
        BY_ANCHOR
    }

    private final Revealed revealed;

    Alteration(Revealed revealed) {
        this.revealed = revealed;
    }

    /** @param turn how often this kind was applied before, for those that go through a list */
    abstract void apply(LedgerOnDisk ledger, Random random, int turn) throws SQLException, IOException;

    /** Whether verify, given no noted head, may pass an altered ledger of this kind that has no anchor. */
    boolean isHiddenFromVerify() {
        return revealed == Revealed.BY_ANCHOR;
    }

    /** Whether a start may. */
    boolean isHiddenFromStart() {
        return revealed != Revealed.BY_ITSELF;
    }

    static List<Column> columns(LedgerOnDisk ledger) throws SQLException {
        return TABLES.stream().flatMap(table -> columnsOf(ledger, table)).toList();
    }

    private static Stream<Column> columnsOf(LedgerOnDisk ledger, String table) {
        try {
            return ledger.ask("SELECT name FROM pragma_table_info('" + table + "')").stream()
                    .map(name -> new Column(table, name));
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static <T> T pick(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }

    private static long row(LedgerOnDisk ledger, String table, Random random) throws SQLException {
        return Long.parseLong(pick(ledger.ask("SELECT rowid FROM " + table), random));
    }

    private static void flip(Path file, Random random) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        Files.write(file, bytes);
    }

    private static void cut(Path file, Random random) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int kept = random.nextInt(4) == 0 ? 0 : random.nextInt(bytes.length);
        Files.write(file, Arrays.copyOf(bytes, kept));
    }
}
