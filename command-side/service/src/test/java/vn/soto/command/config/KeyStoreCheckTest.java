package vn.soto.command.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Status;
import vn.soto.command.privacy.CheckedSubjects;
import vn.soto.command.privacy.UnopenableSubjects;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.team.MemberId;
import vn.soto.events.EventCodec;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.sqlite.SqliteSession;
import vn.soto.ledgerwriter.memory.MemoryLedger;
import vn.soto.ledgerwriter.memory.MemorySubjectKeys;
import vn.soto.ledgerwriter.privacy.Keyring;
import vn.soto.ledgerwriter.privacy.SqliteSubjectKeys;
import vn.soto.privacy.MasterKey;
import vn.soto.privacy.sqlite.SqliteSubjectKeyReader;
import vn.soto.testkit.Await;
import vn.soto.testkit.SettableClock;

@Tag("threads")
final class KeyStoreCheckTest {

    private final SettableClock clock = new SettableClock(Instant.parse("2026-07-01T08:00:00Z"));
    private final MemoryLedger ledger = new MemoryLedger("test/check", clock);
    private final MemorySubjectKeys keys = new MemorySubjectKeys(clock);
    private final AtomicInteger looks = new AtomicInteger();

    @TempDir
    private Path folder;

    /** As when the disk does not answer for a moment. */
    private LedgerReader failingOnce() {
        return (LedgerReader) Proxy.newProxyInstance(
                LedgerReader.class.getClassLoader(),
                new Class<?>[] {LedgerReader.class},
                (reader, method, arguments) -> {
                    if (method.getName().equals("events") && looks.getAndIncrement() == 0) {
                        throw new LedgerException.Unavailable("it cannot be read now", Duration.ofSeconds(1), null);
                    }
                    try {
                        return method.invoke(ledger, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @Test
    void aLookThatFailsIsTakenAgain() {
        MasterKey master = MasterKey.parse(MasterKey.freshText(), "test");
        UnopenableSubjects subjects = new UnopenableSubjects(
                failingOnce(), EventCodec.product(), Keyring.open(keys, keys, master, "test"), CheckedSubjects.none());
        try (KeyStoreCheck check = KeyStoreCheck.start(subjects, Duration.ofMillis(1), Duration.ofDays(1))) {
            Await.until(
                    "checked",
                    () -> Boolean.TRUE.equals(check.health().getDetails().get("checked")));
            assertThat(check.health().getStatus()).isEqualTo(Status.UP);
        }
        assertThat(looks.get()).isGreaterThanOrEqualTo(2);
    }

    private static boolean isChecked(KeyStoreCheck check) {
        return Boolean.TRUE.equals(check.health().getDetails().get("checked"));
    }

    @Test
    void aKeyRemovedAfterTheLookIsToldAtOnceAndNewPeopleAreRecordedAfterTheNext() throws SQLException {
        Path file = folder.resolve("keys.sqlite");
        MasterKey master = MasterKey.parse(MasterKey.freshText(), "test");
        try (SqliteSubjectKeys store = SqliteSubjectKeys.open(file, clock);
                SqliteSubjectKeyReader reader = SqliteSubjectKeyReader.open(file);
                SqliteSession other = SqliteSession.writer(file)) {
            Keyring keyring = Keyring.open(reader, store, master, "test");
            keyring.prepare(List.of(subject(1), subject(2), subject(3)));
            UnopenableSubjects subjects =
                    new UnopenableSubjects(ledger, EventCodec.product(), keyring, CheckedSubjects.none());
            try (KeyStoreCheck check = KeyStoreCheck.start(subjects, Duration.ofMillis(1), Duration.ofDays(1))) {
                Await.until("checked", () -> isChecked(check));
                assertThat(check.health().getStatus()).isEqualTo(Status.UP);

                other.run("DELETE FROM keys WHERE id = 1");

                assertThat(check.health().getStatus().getCode()).isEqualTo("INCOMPLETE");
                assertThat(check.health().getDetails())
                        .containsEntry("removedKeys", 1L)
                        .containsEntry("checked", false);
                assertThatExceptionOfType(LedgerException.Unavailable.class)
                        .isThrownBy(() -> keyring.prepare(List.of(subject(4))));
            }
            try (KeyStoreCheck check = KeyStoreCheck.start(subjects, Duration.ofMillis(1), Duration.ofMillis(1))) {
                Await.until("checked", () -> isChecked(check));
                other.run("DELETE FROM keys WHERE id = 2");
                Await.until("looked again", () -> isChecked(check));
                keyring.prepare(List.of(subject(4)));
                assertThat(check.health().getStatus().getCode()).isEqualTo("INCOMPLETE");
                assertThat(check.health().getDetails()).containsEntry("removedKeys", 2L);
            }
        }
    }

    private static Subject subject(int number) {
        return Subject.of(new MemberId("m-" + number));
    }
}
