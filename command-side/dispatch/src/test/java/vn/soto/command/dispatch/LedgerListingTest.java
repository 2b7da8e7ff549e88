package vn.soto.command.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.soto.ledger.Commit;
import vn.soto.ledger.Draft;
import vn.soto.ledger.EventHeader;
import vn.soto.ledgerwriter.CommitListener;
import vn.soto.ledgerwriter.ObservableAppender;
import vn.soto.ledgerwriter.memory.MemoryLedger;
import vn.soto.testkit.Drafts;

/** The headers that are listed, whatever it was told of. */
final class LedgerListingTest {

    private final Clock clock = Clock.fixed(Instant.parse("2026-01-20T02:00:00Z"), ZoneOffset.UTC);
    private final MemoryLedger ledger = new MemoryLedger("test/listing", clock);

    /** Another writer's commits are not reported; some of this one's are before anybody asks, and some after. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void areThoseOfTheLedgerOnceAndInOrderWhateverIsReported(long seed) {
        Random random = new Random(seed);
        List<EventHeader> listed = new ArrayList<>();
        LedgerListing listing = new LedgerListing(ledger, listed::addAll, 0, 1_000);
        for (int i = 0; i < 300; i++) {
            Commit commit = ledger.append(Drafts.draft("commit " + i).loose().build());
            if (random.nextInt(4) > 0) {
                listing.onCommitted(List.of(commit));
            }
            if (random.nextInt(3) == 0) {
                assertThat(listing.hasRead(1 + random.nextLong(commit.number())))
                        .isTrue();
            }
        }
        assertThat(listing.all(_ -> {})).isEqualTo(300);
        assertThat(listed).isEqualTo(ledger.headers(1, 1_000)).hasSize(300);
    }

    /** The end that the only writer told is the ledger's, unless an append was uncertain since. */
    @Test
    void ledgerIsAskedForItsEndWhereThatIsNotTold() {
        List<EventHeader> listed = new ArrayList<>();
        LedgerListing listing = new LedgerListing(ledger, listed::addAll, 0, 1_000);
        listing.attach(silent());
        assertThat(listing.upToTail().number()).isZero();
        Commit first = ledger.append(Drafts.draft("told").loose().build());
        listing.onCommitted(List.of(first));
        ledger.append(Drafts.draft("not told").loose().build());
        assertThat(listing.upToTail()).isEqualTo(first.tail());
        listing.onUncertain();
        assertThat(listing.upToTail()).isEqualTo(ledger.tail());
        assertThat(listed).isEqualTo(ledger.headers(1, 1_000)).hasSize(2);
    }

    /** One that nobody else writes beside. */
    private ObservableAppender silent() {
        return new ObservableAppender() {

            @Override
            public Commit append(Draft draft) {
                return ledger.append(draft);
            }

            @Override
            public void addCommitListener(CommitListener listener) {
                // it is told by the test
            }

            @Override
            public boolean isExclusive() {
                return true;
            }
        };
    }
}
