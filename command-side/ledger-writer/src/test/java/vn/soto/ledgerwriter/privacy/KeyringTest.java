package vn.soto.ledgerwriter.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.person.Subject;
import vn.soto.ledgerwriter.memory.MemorySubjectKeys;
import vn.soto.privacy.MasterKey;
import vn.soto.testkit.SettableClock;

/** The keys that are made, and those that are not. */
final class KeyringTest {

    private static final UUID COMMAND = UUID.fromString("01943900-0000-7000-8000-000000000001");
    private static final Subject ERASED = Subject.parse("household:h-1");
    private static final Subject NEW = Subject.parse("household:h-2");

    private final MemorySubjectKeys keys =
            new MemorySubjectKeys(Clock.fixed(Instant.parse("2026-07-01T02:00:00Z"), ZoneOffset.UTC));
    private final MasterKey master = MasterKey.parse(MasterKey.freshText(), "test");
    private final Keyring keyring = Keyring.open(keys, keys, master, "test");

    @Test
    void aReasonThatIsAlsoAboutSomebodyErasedLeavesNoKeyBehind() {
        keyring.prepare(List.of(ERASED));
        keyring.destroy(List.of(ERASED));

        assertThat(keyring.reasonKey(COMMAND, List.of(NEW, ERASED))).isEmpty();

        assertThat(keys.find(NEW)).isEmpty();
        assertThat(keyring.reasonKey(COMMAND, List.of(NEW))).isPresent();
        assertThat(keys.find(NEW)).isPresent();
    }

    /** The ledger refuses the commit, so the key would be nobody's. */
    @Test
    void noKeyIsMadeWhileTheClockHasJumped() {
        SettableClock jumped = new SettableClock(Instant.EPOCH);
        jumped.fail(new IllegalStateException("ahead"));
        Keyring stopped = Keyring.open(keys, keys.ofLedgerBy(jumped), master, "test");

        assertThatThrownBy(() -> stopped.prepare(List.of(NEW))).hasMessage("ahead");
        stopped.destroy(List.of(ERASED));

        assertThat(keys.find(NEW)).isEmpty();
        assertThat(keys.find(ERASED)).as("an erasure goes on").isPresent();
    }
}
