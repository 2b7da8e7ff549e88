package vn.soto.ledgerwriter.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.soto.testkit.Drafts.one;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.soto.ledger.ChainVerifier;
import vn.soto.ledger.Commit;
import vn.soto.ledger.Draft;
import vn.soto.ledger.LedgerException;
import vn.soto.ledgerwriter.WriterSettings;
import vn.soto.testkit.Drafts;
import vn.soto.testkit.mongo.Emulator;

/**
 * The answers to callers when an answer of the server gets lost, and the content of the ledger afterwards; in pairs:
 * failed, failed but persisted.
 */
@Tag("threads")
final class CrashPointsIT {

    @AutoClose
    private static Emulator emulator;

    @BeforeAll
    static void startEmulator() {
        emulator = Emulator.start();
    }

    private static final String ORIGIN = "demo/crash";

    private final Disturbance disturbance = new Disturbance();
    private OnServer server;
    private MongoLedger ledger;

    @BeforeEach
    void open() {
        server = new OnServer(emulator.uri(), ORIGIN);
        ledger = open(disturbance.over(server.database), LeaseSettings.off());
        append(one("before", "x", 0));
    }

    private static MongoLedger open(MongoDatabase database, LeaseSettings lease) {
        return MongoLedger.open(
                database,
                ORIGIN,
                Clock.systemUTC(),
                WriterSettings.standard(),
                lease,
                new SimpleMeterRegistry(),
                Duration.ofSeconds(1));
    }

    @AfterEach
    void verify() {
        disturbance.clear();
        long last = append(one("after", "y", 0)).number();
        assertThat(ChainVerifier.verify(ledger.reader()).number()).isEqualTo(last);
        ledger.close();
        server.close();
    }

    private Commit append(Draft draft) {
        return ledger.appender().append(draft);
    }

    private void refused(Class<? extends LedgerException> why) {
        assertThatExceptionOfType(why).isThrownBy(() -> append(one("a", "x", 1)));
    }

    private long tail() {
        return ledger.reader().tail().number();
    }

    @Test
    void insertFails() {
        disturbance.insertFails = true;
        disturbance.persisted = 0;
        assertThat(append(one("a", "x", 1)).number()).isEqualTo(2);
        assertThat(tail()).isEqualTo(2);
    }

    @Test
    void insertFailsButPersists() {
        disturbance.insertFails = true;
        assertThat(append(one("a", "x", 1)).number()).isEqualTo(2);
        assertThat(tail()).isEqualTo(2);
    }

    @Test
    void insertOfAGroupPersistsInPart() throws Exception {
        disturbance.insertFails = true;
        disturbance.persisted = 1;
        List<Long> numbers = together(List.of(one("a", "x", 1), one("b", "b", 0), one("c", "c", 0), one("d", "d", 0)));
        assertThat(numbers).containsExactlyInAnyOrder(2L, 3L, 4L, 5L);
        assertThat(tail()).isEqualTo(5);
    }

    @Test
    void insertFailsAndTheServerIsSilent() {
        disturbance.insertFails = true;
        disturbance.persisted = 0;
        disturbance.then = () -> disturbance.silent = true;
        refused(LedgerException.Uncertain.class);
        refused(LedgerException.Unavailable.class);
        disturbance.clear();
        assertThat(append(one("a", "x", 1)).number()).isEqualTo(2);
    }

    @Test
    void insertFailsButPersistsAndTheServerIsSilent() {
        disturbance.insertFails = true;
        disturbance.then = () -> disturbance.silent = true;
        refused(LedgerException.Uncertain.class);
        disturbance.clear();
        refused(LedgerException.Repeated.class);
        assertThat(tail()).isEqualTo(2);
    }

    @Test
    void insertFailsAndAnotherWriterTakesTheNumber() {
        disturbance.insertFails = true;
        disturbance.persisted = 0;
        disturbance.then = () -> behindItsBack(one("other", "z", 0));
        assertThat(append(one("a", "x", 1)).number()).isEqualTo(3);
    }

    @Test
    void insertFailsButPersistsAndAnotherWriterFollows() {
        disturbance.insertFails = true;
        disturbance.then = () -> behindItsBack(one("other", "z", 0));
        assertThat(append(one("a", "x", 1)).number()).isEqualTo(2);
        assertThat(tail()).isEqualTo(3);
    }

    @Test
    void anotherWriterTookTheNumber() {
        behindItsBack(one("other", "z", 0));
        assertThat(append(one("a", "x", 1)).number()).isEqualTo(3);
    }

    @Test
    void anotherWriterTookTheSlot() {
        behindItsBack(one("other", "x", 1));
        refused(LedgerException.Conflict.class);
        assertThat(tail()).isEqualTo(2);
    }

    @Test
    void anotherWriterMovedTheAggregateSoThatTheSlotIsFree() {
        behindItsBack(one("other", "x", 1));
        assertThat(append(one("a", "x", 2)).number()).isEqualTo(3);
    }

    @Test
    void anotherWriterMovedAGuardedAggregate() {
        behindItsBack(one("other", "x", 1));
        Draft guarded = Drafts.draft("guarded").event("g", 0).guard("x", 0).build();
        assertThatExceptionOfType(LedgerException.Conflict.class).isThrownBy(() -> append(guarded));
        assertThat(ledger.reader().head("g")).isEmpty();
    }

    @Test
    void anotherWriterRecordedTheCommand() {
        behindItsBack(one("a", "x", 1));
        refused(LedgerException.Repeated.class);
    }

    @Test
    void aRefusalWithinAGroupWaitsForWhatItRestsOn() throws Exception {
        // The second draft of x holds only if the first is lost to another's.
        disturbance.insertFails = true;
        disturbance.persisted = 0;
        disturbance.then = () -> behindItsBack(one("other", "x", 1));
        refused(LedgerException.Conflict.class);
        assertThat(append(one("b", "x", 2)).number()).isEqualTo(3);
    }

    @Test
    void theServerIsSilentBeforeAnythingIsWritten() {
        disturbance.silent = true;
        refused(LedgerException.Unavailable.class);
        disturbance.clear();
        assertThat(tail()).isEqualTo(1);
    }

    private void behindItsBack(Draft draft) {
        try (MongoLedger other = open(server.database, LeaseSettings.off())) {
            other.appender().append(draft);
        }
    }

    /** As one group, but for those that came too early. */
    private List<Long> together(List<Draft> drafts) throws Exception {
        List<Long> numbers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Commit>> futures = new ArrayList<>();
            drafts.forEach(draft -> futures.add(threads.submit(() -> append(draft))));
            for (Future<Commit> future : futures) {
                numbers.add(future.get().number());
            }
        }
        return numbers;
    }
}
