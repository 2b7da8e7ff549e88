package vn.soto.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import vn.soto.ledger.ChainVerifier;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.Tail;

/**
 * The contract of a ledger; each implementation runs it. Every test ends by verifying the chain from the first
 * commit, before and after reopening.
 */
public abstract class LedgerContract
        implements AppendRules, RefusalRules, TimeRules, ReadRules, SampleRules, RaceRules, ModelRules {

    public static final String ORIGIN = "demo/contract";

    private final SettableClock clock = new SettableClock(Instant.parse("2026-07-01T08:00:00.123456Z"));
    private @Nullable OpenLedger ledger;

    /** Opens the ledger of this test; empty the first time, as it was left afterwards. */
    protected abstract OpenLedger open(Clock clock);

    /** See {@link RaceRules#waiting()}. */
    @Override
    public int waiting() {
        return 0;
    }

    @BeforeEach
    final void openEmpty() {
        ledger = open(clock);
    }

    @AfterEach
    final void verifyAndClose() {
        Tail before = verify(reader());
        reopen();
        assertThat(verify(reader())).isEqualTo(before);
        ledger().close();
        release();
    }

    /** Called when the test has closed its ledger: frees what {@link #open} set up. */
    protected void release() {}

    @Override
    public final OpenLedger ledger() {
        return Objects.requireNonNull(ledger);
    }

    @Override
    public final SettableClock clock() {
        return clock;
    }

    @Override
    public final void reopen() {
        ledger().close();
        ledger = open(clock);
    }

    private static Tail verify(LedgerReader reader) {
        Tail tail = ChainVerifier.verify(reader);
        assertThat(reader.tail()).isEqualTo(tail);
        return tail;
    }
}
