package vn.soto.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.soto.ledger.Commit;
import vn.soto.ledger.Tail;
import vn.soto.ledger.sqlite.Anchor;
import vn.soto.testkit.Seeds;

/**
 * Seeded mutants of a ledger file, with its anchor and without, against {@code verify}: 120, or 2,000 with
 * {@code -Dsoto.long=true}. Each is found, or the ledger says what it said; except a shorter ledger and one with a chain
 * made again, which only an anchor or a noted head reveals.
 */
@Tag("slow")
final class MutationIT {

    private static final int MUTANTS = Boolean.getBoolean("soto.long") ? 2_000 : 120;
    private static final int COMMITS = 60;
    private static final List<String> TABLES = List.of("ledger", "commits", "events", "streams");

    @TempDir
    private static Path folder;

    private static LedgerOnDisk sound;
    private static Tail tail;
    private static List<Commit> commits;

    /** What reveals a mutant. */
    private enum Revealed {
        BY_ITSELF,
        BY_ANCHOR
    }

    private enum Kind {
        FLIPPED_VALUE(Revealed.BY_ITSELF) {
            @Override
            void apply(LedgerOnDisk ledger, Random random) throws SQLException {
                String table = pick(TABLES, random);
                String column = pick(ledger.ask("SELECT name FROM pragma_table_info('" + table + "')"), random);
                new Forgery(ledger, random).flip(table, column, row(ledger, table, random));
            }
        },
        DELETED_ROW(Revealed.BY_ITSELF) {
            @Override
            void apply(LedgerOnDisk ledger, Random random) throws SQLException {
                String table = pick(TABLES, random);
                ledger.change("DELETE FROM %s WHERE rowid = %d".formatted(table, row(ledger, table, random)));
            }
        },
        INSERTED_ROW(Revealed.BY_ITSELF) {
            @Override
            void apply(LedgerOnDisk ledger, Random random) throws SQLException {
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
            void apply(LedgerOnDisk ledger, Random random) throws SQLException {
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
            void apply(LedgerOnDisk ledger, Random random) throws SQLException {
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
        LAYOUT(Revealed.BY_ITSELF) {
            @Override
            void apply(LedgerOnDisk ledger, Random random) throws SQLException {
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
                                List.of("CREATE TRIGGER t AFTER INSERT ON commits BEGIN SELECT 1; END")),
                        random)) {
                    ledger.change(statement);
                }
            }
        },
        TRUNCATED_FILE(Revealed.BY_ITSELF) {
            @Override
            void apply(LedgerOnDisk ledger, Random random) throws IOException {
                byte[] bytes = Files.readAllBytes(ledger.file());
                int kept = random.nextInt(4) == 0 ? 0 : random.nextInt(bytes.length);
                Files.write(ledger.file(), Arrays.copyOf(bytes, kept));
            }
        },
        FLIPPED_BIT_IN_THE_FILE(Revealed.BY_ITSELF) {
            @Override
            void apply(LedgerOnDisk ledger, Random random) throws IOException {
                byte[] bytes = Files.readAllBytes(ledger.file());
                bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
                Files.write(ledger.file(), bytes);
            }
        },
        ROLLED_BACK(Revealed.BY_ANCHOR) {
            @Override
            void apply(LedgerOnDisk ledger, Random random) throws SQLException {
                int kept = 1 + random.nextInt(COMMITS - 1);
                ledger.change("DELETE FROM events WHERE commit_number > " + kept);
                ledger.change("DELETE FROM commits WHERE number > " + kept);
                ledger.change(
                        "DELETE FROM streams WHERE id NOT IN (SELECT stream FROM events WHERE stream IS NOT NULL)");
            }
        },
        CHAIN_MADE_AGAIN(Revealed.BY_ANCHOR) {
            @Override
            void apply(LedgerOnDisk ledger, Random random) throws SQLException {
                long position = row(ledger, "events", random);
                ledger.change(
                        "UPDATE events SET payload = CAST(payload || x'20' AS BLOB) WHERE position = " + position);
                long number = Long.parseLong(ledger.ask("SELECT commit_number FROM events WHERE position = " + position)
                        .getFirst());
                ledger.change("UPDATE commits SET bytes = bytes + 1 WHERE number = " + number);
                new Forgery(ledger, random).remakeChain(number);
            }
        },
        CHAIN_MADE_AGAIN_AGAINST_A_RULE(Revealed.BY_ITSELF) {
            @Override
            void apply(LedgerOnDisk ledger, Random random) throws SQLException {
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
                        .remakeChain(Long.parseLong(
                                ledger.ask("SELECT commit_number FROM events WHERE position = " + position)
                                        .getFirst()));
            }
        };

        private final Revealed revealed;

        Kind(Revealed revealed) {
            this.revealed = revealed;
        }

        abstract void apply(LedgerOnDisk ledger, Random random) throws SQLException, IOException;
    }

    private static <T> T pick(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }

    private static long row(LedgerOnDisk ledger, String table, Random random) throws SQLException {
        return Long.parseLong(pick(ledger.ask("SELECT rowid FROM " + table), random));
    }

    @BeforeAll
    static void write() {
        sound = new LedgerOnDisk(folder.resolve("sound.db"));
        tail = LedgerOnDisk.write(sound.file(), COMMITS);
        commits = Forgery.commits(sound);
    }

    @Test
    void everyMutantIsFoundOrSaysWhatTheLedgerSaid() {
        Map<Kind, Integer> found = new EnumMap<>(Kind.class);
        Seeds.each(MUTANTS, seed -> {
            Kind kind = Kind.values()[(int) (seed % Kind.values().length)];
            if (isFound(kind, new Random(seed))) {
                found.merge(kind, 1, Integer::sum);
            }
        });
        assertThat(found).as("mutants found, by kind").containsKeys(Kind.values());
    }

    private static boolean isFound(Kind kind, Random random) {
        try {
            LedgerOnDisk mutant = copy();
            try {
                kind.apply(mutant, random);
            } catch (SQLException e) {
                return false; // An index refused it; the mutant is as it was.
            }
            boolean withAnchor = random.nextBoolean();
            if (!withAnchor) {
                Files.delete(Anchor.fileOf(mutant.file()));
            }
            Shell verify = Shell.run("verify", mutant.file());
            if (verify.exit() != 0) {
                return true;
            }
            boolean hidden = kind.revealed == Revealed.BY_ANCHOR && !withAnchor;
            assertThat(verify.out())
                    .as("%s", kind)
                    .contains(withAnchor ? "anchor:            " + tail.number() : "none, so");
            if (hidden) {
                assertThat(Shell.run("verify", mutant.file(), "--expect", tail.number() + ":" + tail.chain())
                                .exit())
                        .as("%s, with a noted head", kind)
                        .isEqualTo(1);
            } else {
                assertThat(Forgery.commits(mutant))
                        .as("%s passed as sound", kind)
                        .isEqualTo(commits);
                assertThat(kind).isIn(Kind.FLIPPED_BIT_IN_THE_FILE, Kind.SWAPPED_ROWS, Kind.SWAPPED_VALUES);
            }
            return hidden;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aChangedAnchorIsFoundOrItsOtherLineCounts() throws IOException {
        Random random = new Random(5);
        byte[] lines = Files.readAllBytes(Anchor.fileOf(sound.file()));
        for (int i = 0; i < MUTANTS / 4; i++) {
            LedgerOnDisk mutant = copy();
            byte[] changed = lines.clone();
            changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(Anchor.fileOf(mutant.file()), changed);
            Shell verify = Shell.run("verify", mutant.file());
            assertThat(verify.exit() == 1 || verify.out().contains("anchor:            "))
                    .isTrue();
            assertThat(verify.out()).doesNotContain("none, so");
        }
    }

    @Test
    void anAnchorThatNamesAnotherHeadIsFound() throws IOException {
        LedgerOnDisk mutant = copy();
        for (Anchor anchor : List.of(
                new Anchor(tail.number() + 1, tail.chain()),
                new Anchor(tail.number(), commits.getFirst().chain()))) {
            Files.write(Anchor.fileOf(mutant.file()), anchor.line());
            assertThat(Shell.run("verify", mutant.file()).exit()).isEqualTo(1);
        }
    }

    @Test
    void aFileCutToNothingOrGoneBesideItsAnchorIsDamage() throws IOException {
        LedgerOnDisk mutant = copy();
        Files.write(mutant.file(), new byte[0]);
        Shell cut = Shell.run("verify", mutant.file());
        assertThat(cut.exit()).isEqualTo(1);
        assertThat(cut.err()).contains("lacks the commits up to " + tail.number());
        Files.write(mutant.file(), "không phải sổ cái".repeat(500).getBytes(StandardCharsets.UTF_8));
        assertThat(Shell.run("verify", mutant.file()).exit()).isEqualTo(1);
        Files.delete(mutant.file());
        assertThat(Shell.run("verify", mutant.file()).exit()).isEqualTo(1);
        Files.delete(Anchor.fileOf(mutant.file()));
        assertThat(Shell.run("verify", mutant.file()).exit()).isEqualTo(2);
    }

    private static LedgerOnDisk copy() throws IOException {
        Path copy = folder.resolve("mutant.db");
        for (String suffix : List.of("-wal", "-shm")) {
            Files.deleteIfExists(copy.resolveSibling(copy.getFileName() + suffix));
        }
        Files.copy(sound.file(), copy, StandardCopyOption.REPLACE_EXISTING);
        Files.copy(Anchor.fileOf(sound.file()), Anchor.fileOf(copy), StandardCopyOption.REPLACE_EXISTING);
        return new LedgerOnDisk(copy);
    }
}
