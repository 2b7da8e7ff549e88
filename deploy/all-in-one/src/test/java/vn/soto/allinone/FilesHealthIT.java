package vn.soto.allinone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import vn.soto.allinone.account.AccountFiles;
import vn.soto.allinone.account.AccountsUnwritableException;
import vn.soto.allinone.account.SqliteAccountStore;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.person.SubjectKind;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.WriteFault;
import vn.soto.ledgerwriter.RowAnchor;
import vn.soto.ledgerwriter.WriterSettings;
import vn.soto.ledgerwriter.privacy.SqliteSubjectKeys;
import vn.soto.ledgerwriter.sqlite.SqliteLedger;
import vn.soto.privacy.reads.SqlitePersonalDataReads;
import vn.soto.privacy.refused.SqliteRefusedAccess;
import vn.soto.testkit.Await;
import vn.soto.testkit.RecordedLog;
import vn.soto.testkit.SettableClock;

@Isolated("records the log")
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
                    watched(store, store::isFailing),
                    WatchedFile.anchor(
                            "accounts",
                            "tệp tài khoản",
                            "file of accounts",
                            RowAnchor.fileOf(accounts),
                            store::isAnchorFailing),
                    WatchedFile.constant("masterKey", "khóa chủ", "master key", key),
                    WatchedFile.accessLog(folder, clock, () -> false, path -> false)));
            Files.writeString(log, "a line");
            health.look();
            assertThat(health.health().getStatus()).isEqualTo(Status.UP);

            for (Path file : List.of(accounts, folder.resolve("accounts.anchor"), key, log)) {
                change.to(file);
            }
            health.look();

            assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
            assertThat(health.health().getDetails())
                    .containsOnlyKeys("accounts", "accountsAnchor", "masterKey", "accessLog")
                    .allSatisfy((name, detail) ->
                            assertThat(detail).asString().contains("ledger-file-replaced", "was deleted, replaced"));
        }
    }

    private static WatchedFile watched(SqliteAccountStore store, BooleanSupplier failing) {
        return WatchedFile.store("accounts", "tệp tài khoản", "file of accounts", store.opened(), failing);
    }

    /** As {@code cp} does: the same file, of the same length. */
    @Test
    void aStoreThatIsWrittenOverTakesNothingMore() throws IOException {
        try (SqliteAccountStore store = SqliteAccountStore.open(accounts)) {
            FilesHealth health = FilesHealth.of(List.of(watched(store, store::isFailing)));
            store.requireWritable();
            health.look();
            assertThat(health.health().getStatus()).isEqualTo(Status.UP);

            Files.setLastModifiedTime(accounts, FileTime.from(Instant.EPOCH));
            Files.write(accounts, Files.readAllBytes(accounts));
            health.look();

            assertThat(health.health().getDetails().get("accounts")).asString().contains("ledger-file-replaced");
            assertThatThrownBy(store::requireWritable).isInstanceOf(AccountsUnwritableException.class);
        }
    }

    /** The backup of the keys put back while the product runs. */
    @Test
    void aKeyStoreThatIsWrittenOverTakesNothingMore() throws IOException {
        Path file = new SotoSettings(folder, "test", false).keysFile();
        try (SqliteSubjectKeys keys = SqliteSubjectKeys.open(file, clock)) {
            keys.createIfAbsent(key("m-1"));
            keys.destroy(List.of(new Subject(SubjectKind.MEMBER, "m-2")));
            assertThat(keys.trouble()).isEmpty();

            Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
            Files.write(file, Files.readAllBytes(file));

            assertThat(keys.trouble().orElseThrow())
                    .satisfies(trouble -> assertThat(trouble.fault()).isEqualTo(WriteFault.FILE_REPLACED))
                    .satisfies(trouble -> assertThat(trouble.message()).contains("written over", "not saved"));
            assertThatThrownBy(() -> keys.createIfAbsent(key("m-3"))).isInstanceOf(LedgerException.Damaged.class);
        }
    }

    private static Map<Subject, byte[]> key(String member) {
        return Map.of(new Subject(SubjectKind.MEMBER, member), "k".repeat(60).getBytes(StandardCharsets.US_ASCII));
    }

    /** A log that is cut in place, as {@code : > accounts.sqlite-wal} does, would leave holes where SQLite copies pages from. */
    @Test
    void aLogThatIsCutIsToldOfEachStore() throws IOException {
        SotoSettings settings = new SotoSettings(folder, "test", false);
        try (SqliteAccountStore store = SqliteAccountStore.open(accounts);
                SqlitePersonalDataReads reads = SqlitePersonalDataReads.open(settings.readsFile());
                SqliteRefusedAccess refused = SqliteRefusedAccess.open(settings.refusedFile());
                SqliteSubjectKeys keys = SqliteSubjectKeys.open(settings.keysFile(), clock)) {
            store.requireWritable();
            keys.createIfAbsent(key("m-1"));
            FilesHealth health = FilesHealth.of(List.of(
                    watched(store, store::isFailing),
                    WatchedFile.store("reads", "sổ", "register", reads.opened(), () -> false),
                    WatchedFile.store("refused", "sổ", "register", refused.opened(), refused::isFailing)));
            health.look();
            assertThat(health.health().getStatus()).isEqualTo(Status.UP);
            assertThat(keys.trouble()).isEmpty();

            for (Path file : List.of(accounts, settings.readsFile(), settings.refusedFile(), settings.keysFile())) {
                try (FileChannel log =
                        FileChannel.open(file.resolveSibling(file.getFileName() + "-wal"), StandardOpenOption.WRITE)) {
                    assertThat(log.size()).isPositive();
                    log.truncate(0);
                }
            }
            health.look();

            assertThat(health.health().getDetails())
                    .containsOnlyKeys("accounts", "reads", "refused")
                    .allSatisfy((name, detail) -> assertThat(detail).asString().contains("ledger-file-replaced"));
            assertThat(keys.trouble().orElseThrow())
                    .satisfies(trouble -> assertThat(trouble.fault()).isEqualTo(WriteFault.FILE_REPLACED))
                    .satisfies(trouble -> assertThat(trouble.message()).contains("not saved"));
            assertThatThrownBy(store::requireWritable).isInstanceOf(AccountsUnwritableException.class);
        }
    }

    /**
     * A change right after a look is told by the next one. A pause and a look, which may take as long, are a second
     * together. The ledger is looked after by the thread that writes it.
     */
    @Test
    void whatIsDoneToAnyStoreIsToldByTheNextLookWithinASecond() throws Exception {
        SotoSettings settings = new SotoSettings(folder, "test", false);
        FilesConfiguration configuration = new FilesConfiguration();
        List<Runnable> looks = new ArrayList<>();
        try (SqliteLedger ledger = SqliteLedger.open(
                        settings.ledgerFile(), "test/x", clock, WriterSettings.standard(), new SimpleMeterRegistry());
                SqliteAccountStore store = SqliteAccountStore.open(accounts);
                SqlitePersonalDataReads reads = SqlitePersonalDataReads.open(settings.readsFile());
                SqliteRefusedAccess refused = SqliteRefusedAccess.open(settings.refusedFile());
                SqliteSubjectKeys keys = SqliteSubjectKeys.open(settings.keysFile(), clock);
                RegisterHealth readsRegister = configuration.readsRegisterHealthIndicator(settings, reads);
                RegisterHealth refusedRegister = configuration.refusedRegisterHealthIndicator(settings, refused)) {
            for (String anchor : List.of("reads.anchor", "refused.anchor", "ledger.sqlite.anchor")) {
                Await.until(anchor, () -> Files.exists(folder.resolve(anchor)));
            }
            List<WatchedFile> files = new ArrayList<>(configuration
                    .watchedStores(
                            settings,
                            ledger,
                            new AccountFiles(folder, false),
                            store,
                            reads,
                            refused,
                            keys,
                            readsRegister,
                            refusedRegister)
                    .files());
            files.add(WatchedFile.constant("masterKey", "khóa chủ", "master key", key));
            files.add(WatchedFile.accessLog(folder, clock, () -> false, path -> false));
            Files.writeString(log, "a line");
            try (RecordedLog told = RecordedLog.from(Level.INFO);
                    FilesHealth health = FilesHealth.of(List.copyOf(files)).started((look, pause) -> {
                        assertThat(pause.multipliedBy(2)).isLessThanOrEqualTo(Duration.ofSeconds(1));
                        looks.add(look);
                    })) {
                looks.getFirst().run();
                assertThat(health.health().getDetails()).isEmpty();

                files.removeIf(file -> file.name().equals("ledger"));
                for (WatchedFile each : files) {
                    Path path = each.path().get();
                    Files.delete(path);
                    looks.getFirst().run();

                    assertThat(told.events())
                            .as(each.name())
                            .filteredOn(line -> line.getLevel() == Level.ERROR)
                            .extracting(ILoggingEvent::getFormattedMessage)
                            .anyMatch(line -> line.contains(path.toString()));
                    Health now = each.name().equals("keys") ? new KeysHealth(keys).health() : health.health();
                    assertThat(Objects.requireNonNull(now).getDetails().toString())
                            .contains(path.toString());
                }
            }
        }
        assertThat(looks).hasSize(1);
        assertThat(WriterSettings.standard().maintenanceInterval().multipliedBy(2))
                .isLessThanOrEqualTo(Duration.ofSeconds(1));
    }

    /** Deleted, and begun anew with the next line, perhaps before anybody looked. */
    @Test
    void theAccessLogThatIsBegunAnewIsRightAgainAndTheLossIsTold() throws IOException {
        Files.writeString(log, "a line");
        AtomicBoolean writes = new AtomicBoolean();
        FilesHealth health =
                FilesHealth.of(List.of(WatchedFile.accessLog(folder, clock, () -> false, path -> writes.get())));
        health.look();
        Files.move(log, folder.resolve("away"));
        Files.writeString(log, "another line");
        writes.set(true);
        try (RecordedLog told = RecordedLog.from(Level.INFO)) {
            health.look();
            assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
            health.look();
            assertThat(health.health().getStatus()).isEqualTo(Status.UP);
            assertThat(told.messages(FilesHealth.class.getName()))
                    .satisfiesExactly(
                            line -> assertThat(line).contains(log.toString(), "was deleted, replaced or cut"),
                            line -> assertThat(line).contains(log.toString(), "is right again"));
        }
        Files.delete(log);
        health.look();
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
    }

    @Test
    void aStoreWhoseLastWriteFailedIsToldUntilOneCan() {
        AtomicBoolean failing = new AtomicBoolean(true);
        try (SqliteAccountStore store = SqliteAccountStore.open(accounts)) {
            assertThat(store.isFailing()).isFalse();
            FilesHealth health = FilesHealth.of(List.of(watched(store, failing::get)));
            health.look();
            assertThat(health.health().getDetails().toString()).contains("ledger-read-only", "accounts.sqlite");
            failing.set(false);
            health.look();
            assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        }
    }

    @Test
    void theNextDaysFileOfTheAccessLogIsNoFault() throws IOException {
        FilesHealth health = FilesHealth.of(List.of(WatchedFile.accessLog(folder, clock, () -> false, path -> false)));
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
        FilesHealth health = FilesHealth.of(List.of(WatchedFile.accessLog(folder, clock, failing::get, path -> false)));
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
