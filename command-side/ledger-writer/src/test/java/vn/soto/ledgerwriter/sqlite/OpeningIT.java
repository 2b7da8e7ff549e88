package vn.soto.ledgerwriter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.soto.testkit.Drafts.one;

import ch.qos.logback.classic.Level;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.WrongLedgerException;
import vn.soto.ledger.sqlite.SqliteLedgerReader;
import vn.soto.ledger.sqlite.SqliteSession;
import vn.soto.ledgerwriter.WriterSettings;
import vn.soto.testkit.RecordedLog;

/** The files that are opened, and the refusals of the others. */
@Tag("processes")
@Isolated("listens to the log of everybody")
final class OpeningIT {

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void path() {
        file = folder.resolve("new folder").resolve("ledger.db");
    }

    @Test
    void makesFileAndFolderAndRemembersTheOrigin() {
        open("binh-duong").close();
        assertThat(SqliteLedger.originOf(file)).isEqualTo("binh-duong");
        try (var reader = SqliteLedgerReader.open(file)) {
            assertThat(reader.origin()).isEqualTo("binh-duong");
            assertThat(reader.tail().number()).isZero();
        }
    }

    @Test
    void makesFilesForTheirOwnerAlone() throws IOException {
        try (var ledger = open("binh-duong")) {
            ledger.appender().append(one("a", "x", 0));

            assertThat(rights()).isNotEmpty().containsOnly("rw-------");
        }
        assertThat(rights()).isNotEmpty().containsOnly("rw-------");
    }

    @Test
    void takesTheRightsOfOthersFromFilesOfEarlierVersions() throws IOException {
        open("binh-duong").close();
        try (Stream<Path> files = Files.list(file.getParent())) {
            for (Path each : files.toList()) {
                Files.setPosixFilePermissions(each, PosixFilePermissions.fromString("rw-r--r--"));
            }
        }
        try (var log = RecordedLog.from(Level.WARN);
                var ledger = open("binh-duong")) {
            assertThat(ledger.isOpen()).isTrue();
            assertThat(rights()).containsOnly("rw-------");
            assertThat(log.messages(SqliteWriter.class.getName()))
                    .anyMatch(line -> line.contains("now only their owner can")
                            && line.contains(file.toString())
                            && line.contains(file + ".anchor")
                            && line.contains(file + ".lock"));
        }
    }

    private List<String> rights() throws IOException {
        try (Stream<Path> files = Files.list(file.getParent())) {
            List<String> rights = new ArrayList<>();
            for (Path each : files.toList()) {
                rights.add(PosixFilePermissions.toString(Files.getPosixFilePermissions(each)));
            }
            return rights;
        }
    }

    @Test
    void keepsASecondWriterAway() {
        try (var first = open("binh-duong")) {
            assertThatExceptionOfType(LedgerException.Unavailable.class)
                    .isThrownBy(() -> open("binh-duong"))
                    .withMessageContaining("Another process is writing");
            assertThat(first.appender().append(one("a", "x", 0)).number()).isEqualTo(1);
        }
        open("binh-duong").close();
    }

    @Test
    void keepsAWriterOfAnotherProcessAway() throws IOException {
        Files.createDirectories(file.getParent());
        Process child = ChildProcess.start(List.of(), file, "other", 1, 1_000_000);
        try (var output = child.inputReader()) {
            assertThat(output.readLine()).startsWith("commit 1 ");
            assertThatExceptionOfType(LedgerException.Unavailable.class)
                    .isThrownBy(() -> open(Embedded.ORIGIN))
                    .withMessageContaining("Another process is writing");
            try (var reader = SqliteLedgerReader.open(file)) {
                assertThat(reader.tail().number()).isPositive();
            }
        } finally {
            child.destroyForcibly();
        }
    }

    @Test
    void saysThatADemonstrationLedgerIsNotForProduction() {
        open("demo/binh-duong").close();
        wrong("binh-duong", "Đây là sổ thử nghiệm", "a production system does not open it");
    }

    @Test
    void saysThatAProductionLedgerIsNotForADemonstration() {
        open("binh-duong").close();
        wrong("demo/binh-duong", "Đây là sổ chính thức", "a demonstration does not open it");
    }

    @Test
    void saysWhichLedgerItFound() {
        open("binh-duong").close();
        wrong("thai-nguyen", "\"binh-duong\"", "\"thai-nguyen\"");
    }

    @Test
    void leavesFilesOfOthersAlone() throws SQLException, IOException {
        Files.createDirectories(file.getParent());
        try (SqliteSession session = SqliteSession.writer(file)) {
            session.run("CREATE TABLE notes (text TEXT)");
        }
        wrong("binh-duong", "is not a ledger of Sổ Tổ");
        assertThatExceptionOfType(WrongLedgerException.class).isThrownBy(() -> SqliteLedgerReader.open(file));
    }

    @Test
    void refusesTheFileOfANewerVersion() throws SQLException {
        open("binh-duong").close();
        try (SqliteSession session = SqliteSession.writer(file)) {
            session.run("PRAGMA user_version=1000");
        }
        wrong("binh-duong", "newer version");
        assertThatExceptionOfType(WrongLedgerException.class).isThrownBy(() -> SqliteLedgerReader.open(file));
    }

    @Test
    void readsNothingWhereThereIsNoLedger() {
        assertThatExceptionOfType(LedgerException.Unavailable.class)
                .isThrownBy(() -> SqliteLedgerReader.open(file))
                .withMessageContaining("There is no ledger");
    }

    private void wrong(String origin, String... words) {
        assertThatExceptionOfType(WrongLedgerException.class)
                .isThrownBy(() -> open(origin))
                .withMessageContainingAll(words);
    }

    private SqliteLedger open(String origin) {
        return SqliteLedger.open(file, origin, Clock.systemUTC(), WriterSettings.standard(), new SimpleMeterRegistry());
    }
}
