package vn.soto.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import vn.soto.ledger.Commit;
import vn.soto.ledger.Hash;
import vn.soto.ledger.Tail;
import vn.soto.ledger.sqlite.Anchor;
import vn.soto.ledger.sqlite.SqliteLedgerReader;
import vn.soto.ledgerwriter.sqlite.SqliteLedger;

@Tag("slow")
final class VerifyIT {

    private static final int COMMITS = 40;
    private static final boolean LONG = Boolean.getBoolean("soto.long");
    private static final int FLIPS = LONG ? 400 : 80;
    private static final int CUT = LONG ? 3_001 : 9_001;

    @TempDir
    private Path folder;

    private Path file;
    private Tail tail;

    @BeforeEach
    void write() {
        file = folder.resolve("sổ cái.db");
        tail = LedgerOnDisk.write(file, COMMITS);
    }

    @Test
    void aSoundLedgerIsReportedWithItsHead() {
        Shell verify = Shell.run("verify", file);

        assertThat(verify.exit()).as(verify.err()).isZero();
        assertThat(verify.out())
                .contains("nguyên vẹn", "sound", LedgerOnDisk.ORIGIN, "commits:           40")
                .contains("events:            " + tail.next())
                .contains("40:" + tail.chain());
        assertThat(verify.err()).isEmpty();
    }

    @Test
    void programsReadWhatIsFoundAsOneObject() throws SQLException {
        Shell sound = Shell.run("verify", file, "--json", "--expect", "40:" + tail.chain());
        assertThat(sound.exit()).as(sound.err()).isZero();
        assertThat(JsonMapper.shared().readTree(sound.out()))
                .isEqualTo(JsonMapper.shared()
                        .valueToTree(Map.of(
                                "result",
                                "sound",
                                "place",
                                file.toString(),
                                "ledger",
                                LedgerOnDisk.ORIGIN,
                                "commits",
                                40,
                                "events",
                                (int) tail.next(),
                                "until",
                                tail.at().toString(),
                                "head",
                                "40:" + tail.chain(),
                                "anchor",
                                "40:" + tail.chain(),
                                "expected",
                                List.of("40:" + tail.chain()))));

        new LedgerOnDisk(file).change("DELETE FROM commits WHERE number = 20");
        Shell damaged = Shell.run("verify", "--json", file);
        assertThat(damaged.exit()).isEqualTo(1);
        assertThat(JsonMapper.shared().readTree(damaged.out()).get("result").asString())
                .isEqualTo("damaged");
        assertThat(damaged.err()).contains("DAMAGED OR ALTERED");

        Shell absent = Shell.run("verify", folder.resolve("nowhere.db"), "--json");
        assertThat(absent.exit()).isEqualTo(2);
        assertThat(JsonMapper.shared().readTree(absent.out()).get("result").asString())
                .isEqualTo("not done");
    }

    /** The ledger file and its log stay as they are, whatever is found. */
    @Test
    void neitherTheFileNorItsLogIsWritten() throws IOException, SQLException {
        LedgerOnDisk copy = new LedgerOnDisk(folder.resolve("copy.db"));
        try (SqliteLedger ledger = LedgerOnDisk.open(file)) {
            Tail end = LedgerOnDisk.append(ledger, 3, 9);
            new LedgerOnDisk(file).copyTo(copy);
            Files.write(Anchor.fileOf(copy.file()), new Anchor(end.number(), end.chain()).line());
        }
        for (int exit = 0; exit < 2; exit++) {
            byte[] database = Files.readAllBytes(copy.file());
            byte[] log = Files.readAllBytes(copy.log());
            assertThat(Shell.run("verify", copy.file()).exit()).isEqualTo(exit);
            assertThat(Files.readAllBytes(copy.file())).isEqualTo(database);
            assertThat(Files.readAllBytes(copy.log())).isEqualTo(log);
            log[log.length / 2]++;
            Files.write(copy.log(), log);
            Files.deleteIfExists(folder.resolve("copy.db-shm"));
        }
    }

    @Test
    void timesAtTheEndsOfWhatTheFormatHoldsAreFound() throws IOException, SQLException {
        for (String column : List.of("at", "latest")) {
            for (long micros : new long[] {Long.MIN_VALUE, Long.MAX_VALUE, -1}) {
                LedgerOnDisk altered = copy();
                altered.change("UPDATE commits SET " + column + " = " + micros + " WHERE number = 20");
                assertThat(Shell.run("verify", altered.file()).exit())
                        .as("%s = %d", column, micros)
                        .isEqualTo(1);
            }
        }
        LedgerOnDisk altered = copy();
        altered.change("UPDATE events SET timestamp = " + Long.MIN_VALUE + " WHERE position = 20");
        assertThat(Shell.run("verify", altered.file()).exit()).isEqualTo(1);
    }

    @Test
    void aHeadNotedEarlierMustBeInIt() throws IOException {
        Commit earlier;
        try (SqliteLedgerReader reader = SqliteLedgerReader.open(file)) {
            earlier = reader.commit(7).orElseThrow();
        }
        assertThat(Shell.run("verify", file, "--expect", "7:" + earlier.chain()).exit())
                .isZero();
        assertThat(Shell.run("verify", file, "--expect", "40:" + tail.chain()).exit())
                .isZero();
        assertThat(Shell.run("verify", file, "--expect", "8:" + earlier.chain()).exit())
                .isEqualTo(1);
        assertThat(Shell.run("verify", file, "--expect", "41:" + tail.chain()).exit())
                .isEqualTo(1);
        assertThat(Shell.run("verify", file, "--expect", "0:" + Hash.sha256()).exit())
                .isEqualTo(1);
    }

    @Test
    void aLedgerInUseIsVerifiedAsFarAsItGoes() {
        try (SqliteLedger ledger = LedgerOnDisk.open(file)) {
            Shell verify = Shell.run("verify", file);
            assertThat(verify.exit()).as(verify.err()).isZero();
            assertThat(ledger.reader().tail()).isEqualTo(tail);
        }
    }

    @Test
    void whatMakesNoSenseIsTwo() throws Exception {
        assertThat(Shell.run().exit()).isEqualTo(2);
        assertThat(Shell.run("verify").exit()).isEqualTo(2);
        assertThat(Shell.run("verify", file, "--expect").exit()).isEqualTo(2);
        assertThat(Shell.run("verify", file, "--expect", "40").exit()).isEqualTo(2);
        assertThat(Shell.run("verify", file, "--expect", "x:" + tail.chain()).exit())
                .isEqualTo(2);
        assertThat(Shell.run("verify", file, "--expect", "40:00").exit()).isEqualTo(2);
        assertThat(Shell.run("check", file).err()).contains("Cách dùng / Usage");
        assertThat(Shell.run("verify", folder.resolve("nowhere.db")).exit()).isEqualTo(2);
        assertThat(Shell.run("verify", folder).exit()).isEqualTo(2);
        Path other = folder.resolve("other.db");
        new LedgerOnDisk(other).change("CREATE TABLE ledger (origin TEXT)");
        assertThat(Shell.run("verify", other).err()).contains("is not a ledger");
        assertThat(Shell.run("verify", other).exit()).isEqualTo(2);
    }

    /** Every column of every table, in a row in the middle. */
    @Test
    void anyChangedValueIsCaught() throws Exception {
        int changes = 0;
        LedgerOnDisk sound = new LedgerOnDisk(file);
        for (String table : List.of("ledger", "commits", "events", "streams")) {
            String row =
                    " WHERE rowid = (SELECT rowid FROM %1$s ORDER BY rowid LIMIT 1 OFFSET (SELECT count(*)/2 FROM %1$s))"
                            .formatted(table);
            for (String column : sound.ask("SELECT name FROM pragma_table_info('" + table + "')")) {
                LedgerOnDisk altered = copy();
                String value = altered.ask("SELECT typeof(" + column + ") FROM " + table + row)
                        .getFirst();
                String type = value.equals("null") ? "no " + declared(altered, table, column) : value;
                assertThat(altered.change("UPDATE " + table + " SET " + column + " = " + other(column, type) + row))
                        .isOne();
                Shell verify = Shell.run("verify", altered.file());
                assertThat(verify.exit()).as("%s.%s: %s", table, column, verify).isEqualTo(1);
                changes++;
            }
        }
        assertThat(changes).isEqualTo(1 + 17 + 13 + 2);
    }

    private static String declared(LedgerOnDisk ledger, String table, String column) throws SQLException {
        return ledger.ask("SELECT type FROM pragma_table_info('%s') WHERE name = '%s'".formatted(table, column))
                .getFirst();
    }

    private static String other(String column, String type) {
        return switch (type) {
            case "integer" -> column + " + 1000000";
            case "text" -> column + " || 'x'";
            case "blob" -> "CAST(x'01' || substr(" + column + ", 2) AS BLOB)";
            case "no INTEGER" -> "7";
            case "no TEXT" -> "''";
            case "no BLOB" -> "x'00000001ff'";
            default -> throw new IllegalArgumentException(type);
        };
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE FROM ledger",
                "INSERT INTO ledger VALUES ('demo/kiểm tra')",
                "DELETE FROM commits WHERE number = 1",
                "DELETE FROM commits WHERE number = 20",
                "DELETE FROM events WHERE position = 3",
                "DELETE FROM events WHERE position = (SELECT max(position) FROM events)",
                "DELETE FROM streams WHERE id = 1",
                "UPDATE events SET payload = x'' WHERE position = 5",
                "UPDATE events SET tags = NULL WHERE position = 5",
                "UPDATE commits SET reason = '' WHERE reason IS NULL",
                "UPDATE commits SET corrects = NULL WHERE corrects IS NOT NULL",
                "UPDATE commits SET command = x'00112233445566778899aabbccddeeff' WHERE rowid = "
                        + "(SELECT min(rowid) FROM commits WHERE command IS NULL)",
                "UPDATE commits SET content = NULL WHERE number = (SELECT max(number) FROM commits WHERE content IS NOT NULL)",
                "UPDATE events SET sequence = 1 WHERE stream IS NULL",
                "UPDATE events SET aggregate_type = 'x' WHERE stream IS NULL",
                "INSERT INTO events SELECT max(position) + 1, 40, 'x', 0, 't', NULL, NULL, NULL, NULL, NULL, NULL, '', x'' FROM events",
                "INSERT INTO events SELECT -1, 0, 'x', 0, 't', NULL, NULL, NULL, NULL, NULL, NULL, '', x''",
                "CREATE TRIGGER t AFTER INSERT ON commits BEGIN UPDATE commits SET actor = 'x'; END",
                "DROP INDEX slots",
                "DROP TABLE streams",
            })
    void anyRowAddedOrTakenOutIsCaught(String sql) throws SQLException {
        new LedgerOnDisk(file).change(sql);

        Shell verify = Shell.run("verify", file);

        assertThat(verify.exit()).as(verify.toString()).isEqualTo(1);
        assertThat(verify.out()).isEmpty();
    }

    /** A shorter ledger is a sound one; only the anchor beside it, or a head noted elsewhere, can tell. */
    @Test
    void anEndCutOffIsCaughtByTheAnchor() throws Exception {
        LedgerOnDisk ledger = new LedgerOnDisk(file);
        ledger.change("DELETE FROM events WHERE commit_number = 40");
        ledger.change("DELETE FROM commits WHERE number = 40");

        Shell verify = Shell.run("verify", file);

        assertThat(verify.exit()).isEqualTo(1);
        assertThat(verify.err()).contains("ends at commit 39 and lacks those up to 40");
        Files.delete(folder.resolve("sổ cái.db.anchor"));
        assertThat(Shell.run("verify", file).exit()).isZero();
        assertThat(Shell.run("verify", file, "--expect", "40:" + tail.chain()).exit())
                .isEqualTo(1);
    }

    /** One flipped bit anywhere in the file: caught, or in a place that means nothing and all commits are as they were. */
    @Test
    void anyFlippedBitIsCaughtOrMeansNothing() throws Exception {
        List<Commit> commits = commits(file);
        byte[] sound = Files.readAllBytes(file);
        Random random = new Random(9);
        int caught = 0;
        for (int i = 0; i < FLIPS; i++) {
            int offset = random.nextInt(sound.length);
            byte[] flipped = sound.clone();
            flipped[offset] ^= (byte) (1 << random.nextInt(8));
            Path altered = folder.resolve("flipped-" + i + ".db");
            Files.write(altered, flipped);
            if (Shell.run("verify", altered).exit() != 0) {
                caught++;
            } else {
                assertThat(commits(altered)).as("bit at %d, seed 9", offset).isEqualTo(commits);
            }
            Files.delete(altered);
        }
        assertThat(caught).isGreaterThan(FLIPS / 2);
    }

    @Test
    void aTruncatedFileIsCaught() throws Exception {
        byte[] sound = Files.readAllBytes(file);
        for (int length = sound.length - 1; length > 0; length -= CUT) {
            Path altered = folder.resolve("truncated-" + length + ".db");
            Files.write(altered, Arrays.copyOf(sound, length));
            assertThat(Shell.run("verify", altered).exit())
                    .as("%d bytes", length)
                    .isPositive();
        }
    }

    private static List<Commit> commits(Path ledger) {
        try (SqliteLedgerReader reader = SqliteLedgerReader.open(ledger)) {
            return reader.commits(1, 1_000);
        }
    }

    private LedgerOnDisk copy() throws IOException {
        Path copy = folder.resolve("altered.db");
        Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
        return new LedgerOnDisk(copy);
    }
}
