package vn.soto.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import vn.soto.allinone.RegisterHealth.WatchedRegister;
import vn.soto.ledger.sqlite.SqliteSession;
import vn.soto.privacy.reads.ReadsCheck;
import vn.soto.privacy.reads.SqlitePersonalDataReads;
import vn.soto.testkit.Await;

@Tag("threads")
final class RegisterHealthIT {

    @TempDir
    private Path folder;

    private RegisterHealth checked(WatchedRegister register) {
        RegisterHealth check = RegisterHealth.start(register, Duration.ofMillis(1));
        Await.until("checked", () -> Boolean.TRUE.equals(details(check).get("checked")));
        return check;
    }

    private static Map<String, Object> details(RegisterHealth check) {
        Health health = check.health();
        return health == null ? Map.of() : health.getDetails();
    }

    private static Status status(RegisterHealth check) {
        Health health = check.health();
        return health == null ? Status.UNKNOWN : health.getStatus();
    }

    @Test
    void aLookThatFailsIsToldAndTakenAgain() throws Exception {
        Path file = folder.resolve("reads.sqlite");
        try (RegisterHealth check = RegisterHealth.start(
                new WatchedRegister(file, "sổ / register", RegisterHealth.READS, ReadsCheck::of),
                Duration.ofMillis(1))) {
            Await.until("a look that failed", () -> details(check).containsKey("unreadable"));
            assertThat(status(check)).isEqualTo(Status.DOWN);
            SqlitePersonalDataReads.open(file).close();
            Await.until("checked", () -> Boolean.TRUE.equals(details(check).get("checked")));
            assertThat(status(check)).isEqualTo(Status.UP);
        }
    }

    enum Change {
        REMOVED,
        REPLACED,
        LAST_ENTRY_CHANGED,
        LAST_ENTRY_REMOVED;

        void in(Path file) throws SQLException, IOException {
            switch (this) {
                case REMOVED -> {
                    Files.delete(file);
                    made(file);
                }
                case REPLACED -> {
                    Files.delete(file);
                    made(file);
                    enter(file, 1, "hoa");
                    enter(file, 2, "hoa");
                }
                case LAST_ENTRY_CHANGED -> run(file, "UPDATE refused SET account = 'hoa' WHERE number = 2");
                case LAST_ENTRY_REMOVED -> run(file, "DELETE FROM refused WHERE number = 2");
            }
        }
    }

    private static void run(Path file, String statement) throws SQLException {
        try (SqliteSession session = SqliteSession.writer(file)) {
            session.run(statement);
        }
    }

    private static void made(Path file) throws SQLException {
        run(
                file,
                "CREATE TABLE refused (number INTEGER PRIMARY KEY, account TEXT, operation TEXT, lacking TEXT, first INTEGER)");
    }

    private static void enter(Path file, int number, String account) throws SQLException {
        run(file, "INSERT INTO refused VALUES (%d, '%s', 'GET /', 'role', 1)".formatted(number, account));
    }

    @ParameterizedTest
    @EnumSource
    void aRegisterThatLacksItsLastEntryIsTold(Change change) throws Exception {
        Path file = folder.resolve("refused.sqlite");
        WatchedRegister register =
                new WatchedRegister(file, "sổ / register", RegisterHealth.REFUSED, any -> Optional.empty());
        made(file);
        try (RegisterHealth check = checked(register)) {
            enter(file, 1, "lan");
            enter(file, 2, "lan");
            assertThat(status(check)).isEqualTo(Status.UP);
        }
        try (RegisterHealth check = checked(register)) {
            assertThat(status(check)).as("as it was").isEqualTo(Status.UP);
        }

        change.in(file);

        for (int start = 0; start < 2; start++) {
            try (RegisterHealth check = checked(register)) {
                assertThat(status(check).getCode()).isEqualTo("INCOMPLETE");
                assertThat(details(check).get("reason")).asString().contains("lacks entry 2", "refused.anchor");
            }
        }
        Files.delete(folder.resolve("refused.anchor"));
        try (RegisterHealth check = checked(register)) {
            assertThat(status(check)).as("accepted as it is").isEqualTo(Status.UP);
        }
    }
}
