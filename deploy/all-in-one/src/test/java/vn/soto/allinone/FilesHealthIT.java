package vn.soto.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.health.contributor.Status;
import vn.soto.allinone.account.SqliteAccountStore;
import vn.soto.ledger.WriteFault;
import vn.soto.testkit.SettableClock;

final class FilesHealthIT {

    private final SettableClock clock = new SettableClock(Instant.parse("2026-07-01T08:00:00Z"));

    @TempDir
    private Path folder;

    private Path accounts;
    private Path key;
    private Path log;

    @BeforeEach
    void files() throws IOException {
        accounts = folder.resolve("accounts.sqlite");
        key = Files.writeString(folder.resolve("master.key"), "a key");
        log = folder.resolve("access-2026-07-01.log");
    }

    enum Change {
        DELETED {
            @Override
            void to(Path file) throws IOException {
                Files.delete(file);
            }
        },
        REPLACED {
            @Override
            void to(Path file) throws IOException {
                Path other = file.resolveSibling("other");
                Files.copy(file, other);
                Files.writeString(other, "more", StandardOpenOption.APPEND);
                Files.move(other, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            }
        },
        CUT {
            @Override
            void to(Path file) throws IOException {
                try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                    channel.truncate(channel.size() / 2);
                }
            }
        };

        abstract void to(Path file) throws IOException;
    }

    @ParameterizedTest
    @EnumSource
    void whatWasDoneToAFileIsToldByItsName(Change change) throws IOException {
        try (SqliteAccountStore store = SqliteAccountStore.open(accounts)) {
            assertThat(store.all()).isEmpty();
            FilesHealth health = FilesHealth.of(List.of(
                    WatchedFile.store("accounts", "tệp tài khoản", "file of accounts", accounts),
                    WatchedFile.constant("masterKey", "khóa chủ", "master key", key),
                    WatchedFile.accessLog(folder, clock, () -> false)));
            Files.writeString(log, "a line");
            health.look();
            assertThat(health.health().getStatus()).isEqualTo(Status.UP);

            for (Path file : List.of(accounts, key, log)) {
                change.to(file);
            }
            health.look();

            assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
            assertThat(health.health().getDetails())
                    .containsOnlyKeys("accounts", "masterKey", "accessLog")
                    .allSatisfy((name, detail) ->
                            assertThat(detail).asString().contains("ledger-file-replaced", "was deleted, replaced"));
        }
    }

    @Test
    void theNextDaysFileOfTheAccessLogIsNoFault() throws IOException {
        FilesHealth health = FilesHealth.of(List.of(WatchedFile.accessLog(folder, clock, () -> false)));
        health.look();
        Files.writeString(log, "a line");
        health.look();
        clock.advance(Duration.ofHours(12));
        Files.delete(log);
        health.look();
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void aLineOfTheAccessLogThatCouldNotBeWrittenIsToldUntilOneIs() {
        AtomicBoolean failing = new AtomicBoolean(true);
        FilesHealth health = FilesHealth.of(List.of(WatchedFile.accessLog(folder, clock, failing::get)));
        health.look();
        assertThat(health.health().getDetails())
                .hasEntrySatisfying(
                        "accessLog",
                        detail -> assertThat(detail).asString().contains("ledger-read-only", "không ghi được"));
        failing.set(false);
        health.look();
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void aKeyThatIsPutBackIsRightAgain() throws IOException {
        FilesHealth health = FilesHealth.of(List.of(WatchedFile.constant("masterKey", "khóa chủ", "master key", key)));
        Files.writeString(key, "another");
        health.look();
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        Files.writeString(key, "a key");
        health.look();
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void aLookThatFailsIsToldAndTakenAgain() {
        boolean[] fails = {true};
        FilesHealth health = FilesHealth.of(List.of(new WatchedFile("reads", "sổ", "register", () -> folder, () -> {
            if (fails[0]) {
                throw new IllegalStateException("no file descriptor is left");
            }
            return Optional.empty();
        })));
        health.look();
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        fails[0] = false;
        health.look();
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    @ParameterizedTest
    @EnumSource(names = {"DISK_FULL", "READ_ONLY"})
    void aFaultOfTheDiskOrOfRightsNamesWhatToDo(WriteFault fault) {
        FilesHealth health = FilesHealth.of(List.of(new WatchedFile(
                "refused",
                "sổ từ chối truy cập",
                "register of refused access",
                () -> folder,
                () -> Optional.of(fault))));
        health.look();
        assertThat(health.health().getDetails().get("refused"))
                .isEqualTo(Map.of(
                        "fault",
                        fault.code(),
                        "reason",
                        fault == WriteFault.DISK_FULL
                                ? "Sổ từ chối truy cập %1$s ở trên ổ đĩa đã đầy; hãy giải phóng ổ đĩa. / The register of refused access %1$s is on a full disk; free space."
                                        .formatted(folder)
                                : "Sổ từ chối truy cập %1$s không ghi được; hãy xem lại quyền ghi và ổ đĩa. / The register of refused access %1$s cannot be written; look at its permissions and its disk."
                                        .formatted(folder)));
    }
}
