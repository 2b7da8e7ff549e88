package vn.soto.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.soto.ledger.Commit;
import vn.soto.ledger.DamagedCommit;
import vn.soto.ledger.Draft;
import vn.soto.ledger.EventType;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.Payload;
import vn.soto.ledger.RecordedEvent;
import vn.soto.ledger.StoredCommit;
import vn.soto.ledger.StoredEvent;
import vn.soto.ledger.StreamPosition;

/**
 * The behaviour of a store with one commit that somebody changed long after it was written. The commit is set aside by
 * its number, with its stream; all others are read and written as ever.
 */
public abstract class DamageContract {

    protected static final String ORIGIN = "demo/damage";

    /** In the metadata of every event. */
    protected static final String WORD = "vang";

    private static final int COMMITS = 120;
    private static final int STREAMS = 10;
    private static final long DAMAGED = 17;
    private static final String STREAM = stream(DAMAGED);

    private final SettableClock clock = new SettableClock(Instant.parse("2026-07-01T08:00:00.123456Z"));
    private List<Commit> written = List.of();

    /** One change to a stored commit. */
    protected enum Change {
        PAYLOAD,
        METADATA,
        ACTOR,
        AT,
        CHAIN,
        PREVIOUS,
        UNREADABLE,
        GONE
    }

    /** Opens the ledger of this test, as it was left. */
    protected abstract OpenLedger open(Clock time);

    /** Changes a stored commit while the ledger is closed. */
    protected abstract void change(long number, Change change);

    /** Frees what {@link #open} set up. */
    @AfterEach
    protected abstract void release();

    @BeforeEach
    final void write() {
        List<Commit> commits = new ArrayList<>();
        try (OpenLedger ledger = open(clock)) {
            for (int number = 1; number <= COMMITS; number++) {
                commits.add(ledger.appender()
                        .append(Drafts.draft("n" + number).event(event(number)).build()));
            }
        }
        written = commits;
    }

    private static String stream(long number) {
        return "stream-" + number % STREAMS;
    }

    private static RecordedEvent event(long number) {
        TreeMap<String, String> metadata = new TreeMap<>();
        metadata.put("word", WORD);
        return new RecordedEvent(
                "event " + number,
                Drafts.EVENT_TIME,
                new EventType("sample.recorded", "1"),
                new StreamPosition("sample", stream(number), (number - 1) / STREAMS),
                metadata,
                List.of("sample:" + number),
                new Payload("json", ("{\"n\":" + number + "}").getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @EnumSource
    final void itIsSetAsideWithItsStreamAndOthersGoOn(Change change) {
        change(DAMAGED, change);
        try (OpenLedger ledger = open(clock)) {
            LedgerReader reader = ledger.reader();
            noReadGivesIt(reader, change == Change.GONE);
            othersAreRead(reader);
            standsInItsPlace(reader);
            itsStreamIsClosed(ledger);
        }
    }

    private static void noReadGivesIt(LedgerReader reader, boolean gone) {
        damaged(() -> reader.aggregate(STREAM, 0, 100));
        damaged(() -> reader.commits(DAMAGED, 3));
        damaged(() -> reader.commitsAt(List.of(3L, DAMAGED, 90L)));
        assertThat(reader.readAt(List.of(3L, DAMAGED, 90L)).get(1)).isInstanceOf(DamagedCommit.class);
        if (!gone) {
            damaged(() -> reader.commit(DAMAGED));
            damaged(() -> reader.commitOfCommand(Drafts.command("n" + DAMAGED).id()));
            damaged(() -> reader.commitAtPosition(DAMAGED - 1));
            damaged(() -> reader.events(DAMAGED - 1, 1));
            damaged(() -> reader.eventsAt(List.of(DAMAGED - 1)));
        }
    }

    private static void damaged(ThrowingCallable read) {
        assertThatExceptionOfType(LedgerException.CommitDamaged.class).isThrownBy(read);
    }

    private void othersAreRead(LedgerReader reader) {
        assertThat(reader.aggregate(stream(4), 0, 100)).hasSize(COMMITS / STREAMS);
        assertThat(reader.commit(4)).contains(written.get(3));
        assertThat(reader.events(DAMAGED, 1)).extracting(StoredEvent::commit).containsExactly(DAMAGED + 1);
    }

    private void standsInItsPlace(LedgerReader reader) {
        List<StoredCommit> all = all(reader);
        assertThat(all)
                .extracting(StoredCommit::number)
                .isEqualTo(written.stream().map(Commit::number).toList());
        for (int i = 0; i < all.size(); i++) {
            if (i == DAMAGED - 1) {
                assertThat(all.get(i)).isInstanceOf(DamagedCommit.class);
            } else {
                assertThat(all.get(i)).isEqualTo(written.get(i));
            }
        }
        assertThat(reader.damaged().all()).extracting(DamagedCommit::number).containsExactly(DAMAGED);
    }

    private static void itsStreamIsClosed(OpenLedger ledger) {
        long next = COMMITS / STREAMS;
        assertThat(ledger.appender()
                        .append(Drafts.one("sound", stream(4), next))
                        .number())
                .isEqualTo(COMMITS + 1);
        if (ledger.reader().damaged().all().iterator().next().isReadable()) {
            for (Draft refused : List.of(
                    Drafts.one("on it", STREAM, next),
                    Drafts.draft("beside it")
                            .event("new", 0)
                            .guard(STREAM, next - 1)
                            .build())) {
                assertThatExceptionOfType(LedgerException.CommitDamaged.class)
                        .isThrownBy(() -> ledger.appender().append(refused))
                        .satisfies(e -> assertThat(e.commit()).isEqualTo(DAMAGED));
            }
        }
    }

    /** In pages, as everybody reads; a page may be shorter than asked for, but never empty before the end. */
    private static List<StoredCommit> all(LedgerReader reader) {
        List<StoredCommit> all = new ArrayList<>();
        for (var page = reader.read(1, 50); !page.isEmpty(); page = reader.read(all.size() + 1L, 50)) {
            all.addAll(page);
        }
        return all;
    }
}
