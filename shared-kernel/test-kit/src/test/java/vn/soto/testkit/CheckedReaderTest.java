package vn.soto.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.soto.ledger.ChainVerifier;
import vn.soto.ledger.CheckedReader;
import vn.soto.ledger.Commit;
import vn.soto.ledger.Damage;
import vn.soto.ledger.DamagedCommit;
import vn.soto.ledger.EventHeader;
import vn.soto.ledger.Hash;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.StoredCommit;
import vn.soto.ledger.StoredEvent;
import vn.soto.ledger.Tail;

/** The damage that reading finds and one commit alone does not show, wherever a page ends. */
final class CheckedReaderTest {

    private static final String ORIGIN = "demo/checked";
    private static final int COMMITS = 40;

    private final AlterableLedger ledger = AlterableLedger.of(ORIGIN, commits());

    private static List<Commit> commits() {
        List<Commit> commits = new ArrayList<>();
        Tail tail = Tail.empty(ORIGIN);
        for (int i = 0; i < COMMITS; i++) {
            Commit commit = Commit.after(
                    tail,
                    Drafts.one("n" + i, "stream-" + i % 4, i / 4),
                    Instant.parse("2026-07-01T00:00:00Z").plusSeconds(i));
            commits.add(commit);
            tail = commit.tail();
        }
        return commits;
    }

    private static List<Long> damaged(CheckedReader reader, int page) {
        List<StoredCommit> all = new ArrayList<>();
        for (var some = reader.read(1, page); !some.isEmpty(); some = reader.read(all.size() + 1L, page)) {
            all.addAll(some);
        }
        assertThat(all).hasSize(COMMITS);
        return all.stream()
                .filter(DamagedCommit.class::isInstance)
                .map(StoredCommit::number)
                .toList();
    }

    @Test
    void nothingIsFoundInASoundLedger() {
        assertThat(damaged(ledger, 7)).isEmpty();
        assertThat(ledger.damaged().isEmpty()).isTrue();
    }

    @Test
    void aCommitWithAChainValueOfItsOwnIsDisownedByTheNext() {
        ledger.forge(20, "n19", "n91");
        for (int page : List.of(1, 4, 10, 19, 20, 100)) {
            AlterableLedger reopened = ledger.reopened();
            assertThat(damaged(reopened, page)).as("pages of %d", page).containsExactly(20L);
            assertThat(reopened.damaged().find(20).orElseThrow().damage()).isEqualTo(Damage.UNLINKED);
            assertThatExceptionOfType(LedgerException.CommitDamaged.class).isThrownBy(() -> reopened.commit(20));
        }
        assertThatExceptionOfType(LedgerException.CommitDamaged.class)
                .isThrownBy(() -> ChainVerifier.verify(ledger.reopened()))
                .satisfies(e -> assertThat(e.commit()).isEqualTo(20));
    }

    @Test
    void whoGoesOnBehindItFindsItToo() {
        ledger.forge(20, "n19", "n91");
        assertThat(ledger.read(21, 5)).hasSize(5).allMatch(Commit.class::isInstance);
        assertThat(ledger.damaged().all()).extracting(DamagedCommit::number).containsExactly(20L);
    }

    @Test
    void theFirstCommitContinuesTheNameOfTheLedger() {
        AlterableLedger other = AlterableLedger.of("demo/another", commits());
        assertThat(damaged(other, 10)).containsExactly(1L);
    }

    @Test
    void aMissingCommitIsNamedInItsPlace() {
        ledger.remove(11);
        assertThat(damaged(ledger, 10)).containsExactly(11L);
        assertThat(ledger.damaged().find(11).orElseThrow().damage()).isEqualTo(Damage.MISSING);
        assertThatExceptionOfType(LedgerException.CommitDamaged.class)
                .as("its stream has a gap")
                .isThrownBy(() -> ledger.aggregate("stream-2", 0, 100));
        assertThat(ledger.aggregate("stream-2", 3, 100)).hasSize(7);
    }

    @Test
    void isReportedOnceToEachListener() {
        List<Long> found = new ArrayList<>();
        ledger.alter(5, "n4", "n5");
        ledger.damaged().onFound(each -> found.add(each.number()));
        damaged(ledger, 10);
        damaged(ledger, 3);
        ledger.damaged().onFound(each -> found.add(each.number()));
        assertThat(found).containsExactly(5L, 5L);
    }

    @Test
    void aMissingCommitHasNoHeaders() {
        ledger.remove(11);
        assertThat(ledger.headers(1, 100))
                .extracting(EventHeader::commit)
                .hasSize(COMMITS - 1)
                .doesNotContain(11L);
        assertThat(ledger.damaged().all()).extracting(DamagedCommit::number).containsExactly(11L);
    }

    @Test
    void whatOthersAppendWhileAPageIsReadIsNotMissing() {
        Growing growing = new Growing(commits());
        assertThat(growing.read(1, 10)).isEmpty();
        assertThat(growing.read(1, 10)).hasSize(10);
        growing.visible = 10;
        assertThat(growing.headers(11, 10)).isEmpty();
        assertThat(growing.headers(11, 10)).hasSize(10);
        growing.visible = 20;
        assertThat(growing.commit(21)).isEmpty();
        assertThat(growing.commit(21)).isPresent();
        assertThat(growing.damaged().isEmpty()).isTrue();
    }

    @Test
    void aPageOfEventsReadsNoMoreCommitsThanHoldIt() {
        List<Commit> commits = new ArrayList<>();
        Tail tail = Tail.empty(ORIGIN);
        for (int i = 0; i < 10; i++) {
            Drafts draft = Drafts.draft("n" + i);
            for (int event = 0; event < 20; event++) {
                draft.event("stream-" + i, event);
            }
            Commit commit = Commit.after(tail, draft.build(), Instant.parse("2026-07-01T00:00:00Z"));
            commits.add(commit);
            tail = commit.tail();
        }
        Growing reader = new Growing(commits);
        reader.visible = commits.size();

        assertThat(reader.events(35, 10))
                .extracting(StoredEvent::position)
                .containsExactly(35L, 36L, 37L, 38L, 39L, 40L, 41L, 42L, 43L, 44L);
        assertThat(reader.asked).as("two, and the one that continues them").containsExactly(3);
        assertThat(reader.events(195, 10)).hasSize(5);
    }

    /** A ledger to which others append everything right after a page was read. */
    private static final class Growing extends CheckedReader {

        private final List<Commit> all;
        private final List<Integer> asked = new ArrayList<>();
        private int visible;

        Growing(List<Commit> all) {
            super(10);
            this.all = all;
        }

        @Override
        protected List<Commit> storedCommits(long number, int limit) {
            List<Commit> page = all.stream()
                    .limit(visible)
                    .filter(commit -> commit.number() >= number)
                    .limit(limit)
                    .toList();
            visible = all.size();
            asked.add(limit);
            return page;
        }

        @Override
        protected long knownToExist() {
            return visible;
        }

        @Override
        public String origin() {
            return ORIGIN;
        }

        @Override
        public Tail tail() {
            return visible == 0 ? Tail.empty(ORIGIN) : all.get(visible - 1).tail();
        }

        @Override
        protected Optional<Hash> storedChain(long number) {
            return Optional.of(all.get((int) number - 1).chain());
        }

        @Override
        protected List<Commit> storedCommitsAt(List<Long> numbers) {
            throw new AssertionError(numbers);
        }

        @Override
        protected List<Commit> storedCommitsOf(String aggregate, long sequence, int count) {
            throw new AssertionError(aggregate);
        }

        @Override
        protected Optional<Commit> storedCommitOf(UUID command) {
            throw new AssertionError(command);
        }

        @Override
        protected Optional<Long> storedNumberAt(long position) {
            return all.stream()
                    .filter(commit -> commit.first() <= position
                            && position < commit.tail().next())
                    .map(Commit::number)
                    .findFirst();
        }

        @Override
        protected long storedNumberSince(Instant timestamp) {
            throw new AssertionError(timestamp);
        }

        @Override
        public OptionalLong head(String aggregate) {
            throw new AssertionError(aggregate);
        }

        @Override
        public long numberAsOf(Instant instant) {
            throw new AssertionError(instant);
        }
    }
}
