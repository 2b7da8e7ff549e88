package vn.soto.ledgerwriter.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.soto.testkit.Drafts.one;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.soto.ledger.ChainVerifier;
import vn.soto.ledger.Commit;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.Tail;
import vn.soto.ledger.WriteFault;
import vn.soto.ledger.mongo.MongoConnection;
import vn.soto.ledger.mongo.MongoLedgerReader;
import vn.soto.ledgerwriter.WriterSettings;
import vn.soto.testkit.SettableClock;
import vn.soto.testkit.mongo.Emulator;

/** One writes, the others wait; who writes no more can write nothing more. */
@Tag("slow")
final class LeaseIT {

    private static final String ORIGIN = "demo/lease";
    private static final Instant NOW = Instant.parse("2026-07-01T00:00:00Z");

    private static final Duration HANG = Duration.ofMinutes(2);
    /** Runs out long after the test has ended. */
    private static final LeaseSettings UNTIL_GIVEN_BACK =
            new LeaseSettings(true, Duration.ofHours(1), Duration.ofSeconds(2), Duration.ofSeconds(1));

    private final Emulator emulator = Emulator.start();
    private OnServer server;

    @BeforeEach
    void prepare() {
        server = new OnServer(emulator.uri(), ORIGIN);
    }

    @AfterEach
    void stop() {
        server.close();
        emulator.close();
    }

    private MongoLedger open(MongoClient client) {
        return open(client, LeaseSettings.standard());
    }

    private MongoLedger open(MongoClient client, LeaseSettings lease) {
        return open(client, lease, Clock.systemUTC());
    }

    private MongoLedger open(MongoClient client, LeaseSettings lease, Clock clock) {
        return MongoLedger.open(
                client.getDatabase(server.database.getName()),
                ORIGIN,
                clock,
                WriterSettings.standard(),
                lease,
                new SimpleMeterRegistry());
    }

    private MongoClient client() {
        return MongoClients.create(MongoConnection.settings(emulator.uri()).build());
    }

    @Test
    void theOthersAnswerThatAnotherWrites() {
        try (MongoClient client = client();
                MongoLedger first = open(client);
                MongoLedger second = open(client)) {
            assertThat(first.isActive()).isTrue();
            assertThat(second.isActive()).isFalse();
            assertThatExceptionOfType(LedgerException.Unavailable.class)
                    .isThrownBy(() -> second.appender().append(one("a", "x", 0)))
                    .satisfies(standby -> assertThat(standby.retryAfter()).isPositive());
            assertThat(first.appender().append(one("a", "x", 0)).number()).isEqualTo(1);
            assertThat(second.reader().tail().number()).isEqualTo(1);
        }
    }

    @Test
    void itIsGivenBackWhenItsHolderStops() {
        try (MongoClient client = client();
                MongoLedger second = open(client, open(client, UNTIL_GIVEN_BACK))) {
            assertThat(appended(second).number()).isEqualTo(1);
        }
    }

    /** Opens another while the first holds the lease, then closes the first. */
    private MongoLedger open(MongoClient client, MongoLedger first) {
        try (first) {
            MongoLedger second = open(client, UNTIL_GIVEN_BACK);
            assertThat(second.isActive()).isFalse();
            return second;
        }
    }

    @Test
    void itIsTakenOverWithinTenSecondsFromAHolderThatWentSilent() {
        LeaseSettings lease = LeaseSettings.standard();
        assertThat(lease.length().plus(lease.look())).isLessThan(Duration.ofSeconds(10));
        MongoClient cut = client();
        MongoLedger first = open(cut);
        first.appender().append(one("first", "x", 0));
        try (MongoClient client = client();
                MongoLedger second = open(client)) {
            cut.close();
            assertThat(appended(second).number()).isEqualTo(2);
            assertThat(first.isActive()).as("stopped relying on it by itself").isFalse();
        }
        first.close();
    }

    /** Before anybody writes, and until the clock is back. */
    @Test
    void itsHolderTellsThatTheClockIsWrong() {
        SettableClock clock = new SettableClock(NOW);
        try (MongoClient client = client();
                MongoLedger ledger = open(client, LeaseSettings.standard(), clock)) {
            appended(ledger);
            clock.fail(new LedgerException.Unavailable("ahead", WriteFault.CLOCK_AHEAD, HANG, null));
            Backoff patience = new Backoff(HANG, RandomGenerator.getDefault());
            while (ledger.trouble().isEmpty() && !patience.isOver()) {
                patience.pause();
            }
            assertThat(ledger.trouble())
                    .hasValueSatisfying(told -> assertThat(told.fault()).isEqualTo(WriteFault.CLOCK_AHEAD));
            clock.fail(null);
            ledger.appender().append(one("later", "z", 0));
            assertThat(ledger.trouble()).isEmpty();
        }
    }

    private static Commit appended(MongoLedger ledger) {
        Backoff patience = new Backoff(HANG, RandomGenerator.getDefault());
        while (true) {
            try {
                return ledger.appender().append(one("after", "y", 0));
            } catch (LedgerException.Unavailable e) {
                assertThat(patience.isOver())
                        .as("not taken over within " + HANG)
                        .isFalse();
                patience.pause();
            }
        }
    }

    @Test
    void anInsertThatComesAfterTheTakeOverIsRefusedAlthoughItsNumberIsFree() throws Exception {
        MongoLedgerReader reader = MongoLedgerReader.open(server.database);
        CommitNumberInserts slots = new CommitNumberInserts(server.database, reader, new SimpleMeterRegistry());
        Backoff patience = new Backoff(HANG, RandomGenerator.getDefault());
        Commit written = Commit.after(Tail.empty(ORIGIN), one("written", "x", 0), NOW);
        assertThat(slots.take(List.of(written), 1, () -> true, patience).count())
                .isEqualTo(1);
        Commit paused = Commit.after(written.tail(), one("paused", "x", 1), NOW);

        slots.bar(2);

        assertThat(slots.take(List.of(paused), 1, () -> true, patience).count()).isZero();
        assertThat(reader.tail().number()).isEqualTo(1);
        Commit successor = Commit.after(written.tail(), one("successor", "x", 1), NOW);
        assertThat(slots.take(List.of(successor), 2, () -> true, patience).count())
                .isEqualTo(1);
        assertThat(ChainVerifier.verify(reader).number()).isEqualTo(2);
    }

    @Test
    void everyoneWhoHeldTheLeaseSinceTheLastCommitIsBarred() throws Exception {
        MongoLedgerReader reader = MongoLedgerReader.open(server.database);
        CommitNumberInserts slots = new CommitNumberInserts(server.database, reader, new SimpleMeterRegistry());
        Backoff patience = new Backoff(HANG, RandomGenerator.getDefault());

        slots.bar(4);
        slots.bar(4);

        Commit commit = Commit.after(Tail.empty(ORIGIN), one("late", "x", 0), NOW);
        for (long fence = 1; fence < 4; fence++) {
            assertThat(slots.take(List.of(commit), fence, () -> true, patience).count())
                    .isZero();
        }
        assertThat(slots.take(List.of(commit), 4, () -> true, patience).count()).isEqualTo(1);
    }
}
