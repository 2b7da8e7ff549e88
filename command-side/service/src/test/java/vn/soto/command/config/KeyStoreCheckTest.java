package vn.soto.command.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;
import vn.soto.command.privacy.CheckedSubjects;
import vn.soto.command.privacy.UnopenableSubjects;
import vn.soto.events.EventCodec;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledgerwriter.memory.MemoryLedger;
import vn.soto.ledgerwriter.memory.MemorySubjectKeys;
import vn.soto.ledgerwriter.privacy.Keyring;
import vn.soto.privacy.MasterKey;
import vn.soto.testkit.Await;
import vn.soto.testkit.SettableClock;

@Tag("threads")
final class KeyStoreCheckTest {

    private final SettableClock clock = new SettableClock(Instant.parse("2026-07-01T08:00:00Z"));
    private final MemoryLedger ledger = new MemoryLedger("test/check", clock);
    private final MemorySubjectKeys keys = new MemorySubjectKeys(clock);
    private final AtomicInteger looks = new AtomicInteger();

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
        try (BackgroundCheck check = KeyStoreCheck.start(subjects, Duration.ofMillis(1))) {
            Await.until(
                    "checked",
                    () -> Boolean.TRUE.equals(check.health().getDetails().get("checked")));
            assertThat(check.health().getStatus()).isEqualTo(Status.UP);
        }
        assertThat(looks.get()).isGreaterThanOrEqualTo(2);
    }
}
