package vn.soto.privacy.reads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.soto.contracts.shared.Sealed;
import vn.soto.ledger.sqlite.SqliteSession;

@Tag("threads")
final class SqlitePersonalDataReadsIT extends PersonalDataReadsContract {

    @TempDir
    private Path folder;

    private Path file;

    @AutoClose
    private SqlitePersonalDataReads reads;

    @BeforeEach
    void open() {
        file = folder.resolve("reads.sqlite");
        reads = SqlitePersonalDataReads.open(file);
    }

    @Override
    PersonalDataReads reads() {
        return reads;
    }

    @Test
    void whoReadWhatIsStillThereAfterARestart() {
        reads.append(List.of(read(1, "a", "member:m")));
        reads.close();
        reads = SqlitePersonalDataReads.open(file);

        assertThat(reads.find(search(null, null, 5)).reads()).containsExactly(read(1, "a", "member:m"));
    }

    @Test
    void aRegisterOfTheVersionBeforeIsReadAndTakesReasonsFromNowOn() throws SQLException {
        Path older = folder.resolve("older.sqlite");
        try (SqliteSession session = SqliteSession.writer(older)) {
            session.run("""
                CREATE TABLE reads (
                  id       INTEGER PRIMARY KEY AUTOINCREMENT,
                  at       INTEGER NOT NULL,
                  account  TEXT NOT NULL,
                  role     TEXT NOT NULL,
                  subject  TEXT NOT NULL,
                  question TEXT NOT NULL
                ) STRICT\
                """);
            session.run("CREATE INDEX reads_by_subject ON reads (subject)");
            session.run("CREATE INDEX reads_by_account ON reads (account)");
            session.run("INSERT INTO reads (at, account, role, subject, question) VALUES (" + NINE.toEpochMilli()
                    + ", 'a', 'officer', 'member:m', '/api/members/m')");
            session.run("PRAGMA application_id=" + 0x534F5452);
            session.run("PRAGMA user_version=1");
        }
        PersonalDataRead opened = new PersonalDataRead(
                NINE, "k", "auditor", "member:m", "/api/names", "COMPLAINT", new Sealed("A".repeat(40)));
        for (int start = 0; start < 2; start++) {
            try (SqlitePersonalDataReads upgraded = SqlitePersonalDataReads.open(older)) {
                upgraded.append(List.of(opened));
                assertThat(upgraded.find(search(null, null, 9)).reads().reversed())
                        .startsWith(
                                new PersonalDataRead(NINE, "a", "officer", "member:m", "/api/members/m", null, null),
                                opened)
                        .hasSize(start + 2);
                assertThat(ReadsCheck.of(older)).isEmpty();
            }
        }
    }

    @Test
    void nobodyButItsOwnerReadsTheFile() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void anEntryThatSomebodyRemovedLeavesAGap() throws SQLException {
        reads.append(List.of(read(1, "a", "member:m"), read(2, "a", "member:m")));
        try (SqliteSession other = SqliteSession.writer(file)) {
            other.run("DELETE FROM reads");
        }
        reads.append(List.of(read(3, "a", "member:m")));

        try (SqliteSession other = SqliteSession.reader(file)) {
            assertThat(other.number("SELECT min(id) FROM reads")).isEqualTo(3);
        }
    }

    @Test
    void aReadIsNotAcknowledgedOnceTheFileWasTakenAway() throws IOException {
        reads.append(List.of(read(1, "a", "member:m")));
        Files.move(file, folder.resolve("elsewhere.sqlite"));

        assertThatThrownBy(() -> reads.append(List.of(read(2, "a", "member:m"))))
                .isInstanceOf(ReadsNotRecordedException.class)
                .hasMessageContaining("reads.sqlite");

        Files.createFile(file);
        assertThatThrownBy(() -> reads.append(List.of(read(3, "a", "member:m"))))
                .isInstanceOf(ReadsNotRecordedException.class);
    }

    @Test
    void aReadThatCannotBeWrittenIsNotAcknowledgedAndTheNextOneIs() throws SQLException {
        try (SqliteSession other = SqliteSession.writer(file)) {
            other.run("CREATE TRIGGER full BEFORE INSERT ON reads BEGIN SELECT RAISE(ABORT, 'no room'); END");
            assertThatThrownBy(() -> reads.append(List.of(read(1, "a", "member:m"))))
                    .isInstanceOf(ReadsNotRecordedException.class)
                    .hasMessageContaining("no room");
            other.run("DROP TRIGGER full");
        }
        reads.append(List.of(read(2, "a", "member:m")));

        assertThat(reads.find(search(null, null, 5)).reads()).containsExactly(read(2, "a", "member:m"));
    }

    @Test
    void aReadThatATriggerSwallowsIsNotAcknowledgedAndTheNextStartIsRefused() throws SQLException {
        try (SqliteSession other = SqliteSession.writer(file)) {
            other.run("CREATE TRIGGER t BEFORE INSERT ON reads BEGIN SELECT RAISE(IGNORE); END");
        }
        assertThatThrownBy(() -> reads.append(List.of(read(1, "a", "member:m"))))
                .isInstanceOf(ReadsNotRecordedException.class)
                .hasMessageContaining("was not taken");
        assertThatThrownBy(() -> SqlitePersonalDataReads.open(file))
                .isInstanceOf(ReadsNotRecordedException.class)
                .hasMessageContaining("trigger t is not the product's");
    }

    @Test
    void whatWasChangedOrRemovedShows() throws SQLException, IOException {
        for (int i = 0; i < 5; i++) {
            reads.append(List.of(
                    read(i, "a", "member:m-" + i),
                    new PersonalDataRead(NINE, "k", "auditor", "member:n", "/q", "OTHER", new Sealed("A".repeat(40)))));
        }
        reads.close();
        assertThat(ReadsCheck.of(file)).isEmpty();
        byte[] sound = Files.readAllBytes(file);
        Map<String, String> changes = Map.of(
                "UPDATE reads SET account = 'b' WHERE id = 3", "entry 3 was changed",
                "UPDATE reads SET reason = NULL WHERE id = 4", "entry 4 was changed",
                "UPDATE reads SET words = NULL WHERE id = 8", "entry 8 was changed",
                "UPDATE reads SET at = at + 1 WHERE id = 10", "entry 10 was changed",
                "UPDATE reads SET chain = NULL WHERE id = 7", "entry 7 was changed",
                "DELETE FROM reads WHERE id = 5", "entry 5 is missing",
                "DELETE FROM reads WHERE id = 1", "entry 1 is missing",
                "DELETE FROM reads WHERE id > 8", "the entries after 8 are missing",
                "UPDATE reads SET id = id + 100 WHERE id = 10", "entry 10 is missing");
        for (Map.Entry<String, String> change : changes.entrySet()) {
            Files.write(file, sound);
            try (SqliteSession session = SqliteSession.writer(file)) {
                session.run(change.getKey());
            }
            assertThat(ReadsCheck.of(file))
                    .as(change.getKey())
                    .hasValueSatisfying(broken -> assertThat(broken).contains(change.getValue()));
        }
        Files.write(file, sound);
        reads = SqlitePersonalDataReads.open(file);
        reads.append(List.of(read(9, "a", "member:m")));
        assertThat(ReadsCheck.of(file)).isEmpty();
    }

    @Test
    void anotherProgramsFileIsRefused() throws SQLException {
        Path other = folder.resolve("other.sqlite");
        try (SqliteSession session = SqliteSession.writer(other)) {
            session.run("CREATE TABLE notes (text TEXT)");
        }

        assertThatThrownBy(() -> SqlitePersonalDataReads.open(other))
                .isInstanceOf(ReadsNotRecordedException.class)
                .hasMessageContaining("other.sqlite");
    }

    @Test
    void aFolderIsNoFile() {
        assertThatThrownBy(() -> SqlitePersonalDataReads.open(folder)).isInstanceOf(ReadsNotRecordedException.class);
    }
}
