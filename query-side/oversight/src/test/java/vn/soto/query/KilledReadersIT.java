package vn.soto.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.soto.ledger.Commit;
import vn.soto.ledger.LedgerAppender;
import vn.soto.ledger.mongo.MongoConnection;
import vn.soto.ledger.mongo.MongoLayout;
import vn.soto.ledgerwriter.WriterSettings;
import vn.soto.ledgerwriter.mongo.LeaseSettings;
import vn.soto.ledgerwriter.mongo.MongoLedger;
import vn.soto.query.testing.EventLog;
import vn.soto.query.testing.QuerySideFixture;
import vn.soto.query.testing.Sample;
import vn.soto.testkit.Drafts;
import vn.soto.testkit.SettableClock;
import vn.soto.testkit.mongo.Emulator;

/**
 * One query process at a time projects a growing ledger. Whichever begins to write documents is killed with SIGKILL,
 * again and again, and another is added. In the end the documents equal those of one undisturbed process. At length
 * alone: {@code MongoDocumentsIT} shows what two of them do to a document in each order.
 */
@Tag("long")
@Tag("processes")
final class KilledReadersIT {

    private static final long SEED = Long.getLong("soto.seed", 20261125);
    private static final int KILLS = 20;
    private static final int STEPS = 1_500;
    private static final int ALIVE = 3;

    private final Sample sample = new Sample(SEED, STEPS);
    private final Random random = new Random(SEED);
    private final List<Reader> readers = new ArrayList<>();
    /** The readers that have begun to write documents, once for each time. */
    private final BlockingQueue<Reader> writing = new LinkedBlockingQueue<>();

    private int appended;

    @Test
    void whatTheyLeaveBehindIsWhatOneWouldHaveMade() throws Exception {
        SettableClock clock = new SettableClock(EventLog.START);
        try (Emulator emulator = Emulator.start();
                MongoClient client = MongoClients.create(
                        MongoConnection.settings(emulator.uri()).build());
                MongoLedger ledger = ledger(client.getDatabase("ledger"), clock)) {
            List<Commit> commits = sample.scribe.ledger.commits(1, Integer.MAX_VALUE);
            for (int kill = 1; kill <= KILLS; kill++) {
                while (readers.size() < ALIVE) {
                    readers.add(new Reader(emulator.uri(), "1s"));
                }
                writing.clear();
                int end = commits.size() * kill / (KILLS + 1);
                append(ledger.appender(), clock, commits.subList(appended, end));
                Reader victim = writerOf(1 + random.nextInt(3));
                victim.kill();
                readers.remove(victim);
            }
            append(ledger.appender(), clock, commits.subList(appended, commits.size()));
            assertThat(ledger.reader().tail()).isEqualTo(sample.scribe.ledger.tail());
            readers.getFirst().awaitFolded(commits.size());

            MongoDatabase read = client.getDatabase("read");
            assertThat(QuerySideFixture.documents(read)).as("seed %s", SEED).isEqualTo(foldedInPeace());
        } finally {
            readers.forEach(Reader::kill);
        }
    }

    /** With the claims of a node, which a killed one leaves behind: what is recorded next is in the read models in time. */
    @Test
    void anotherTakesOverWithinTenSeconds() throws Exception {
        SettableClock clock = new SettableClock(EventLog.START);
        try (Emulator emulator = Emulator.start();
                MongoClient client = MongoClients.create(
                        MongoConnection.settings(emulator.uri()).build());
                MongoLedger ledger = ledger(client.getDatabase("ledger"), clock)) {
            List<Commit> commits = sample.scribe.ledger.commits(1, 200);
            append(ledger.appender(), clock, commits.subList(0, 100));
            Reader first = new Reader(emulator.uri(), "6s");
            readers.add(first);
            first.awaitFolded(100);
            Reader second = new Reader(emulator.uri(), "6s");
            readers.add(second);
            second.awaitFolded(100);

            first.kill();
            long begin = System.nanoTime();
            append(ledger.appender(), clock, commits.subList(100, 200));
            second.awaitFolded(200);

            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
        } finally {
            readers.forEach(Reader::kill);
        }
    }

    private MongoLedger ledger(MongoDatabase database, SettableClock clock) {
        String origin = sample.scribe.ledger.origin();
        MongoLayout.prepare(database, origin);
        return MongoLedger.open(
                database,
                origin,
                clock,
                WriterSettings.standard(),
                LeaseSettings.standard(),
                new SimpleMeterRegistry());
    }

    private void append(LedgerAppender appender, SettableClock clock, List<Commit> commits) {
        for (Commit commit : commits) {
            clock.set(commit.at());
            appender.append(Drafts.of(commit));
        }
        appended += commits.size();
    }

    private Map<String, List<BsonDocument>> foldedInPeace() {
        try (QuerySideFixture side = QuerySideFixture.of(sample.scribe)) {
            return side.upTo(sample.scribe.ledger.tail().number()).documents();
        }
    }

    /** The living reader that begins the write of that number, counted from now. */
    private Reader writerOf(int number) throws InterruptedException {
        int writes = 0;
        while (true) {
            Reader reader = writing.poll(5, TimeUnit.MINUTES);
            assertThat(reader).as("a reader that writes").isNotNull();
            writes += readers.contains(reader) ? 1 : 0;
            if (writes == number) {
                return reader;
            }
        }
    }

    private final class Reader {

        private final Process process;
        private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
        private final BufferedWriter input;

        Reader(String uri, String timeout) throws IOException {
            process = KilledReader.start(uri, "ledger", "read", timeout);
            input = process.outputWriter();
            Thread.ofVirtual().start(this::read);
        }

        private void read() {
            try (BufferedReader output = process.inputReader()) {
                output.lines().forEach(line -> {
                    if (line.startsWith("writing ")) {
                        writing.add(this);
                    } else {
                        lines.add(line);
                    }
                });
            } catch (IOException | UncheckedIOException e) {
                lines.add(e.toString());
            }
        }

        void kill() {
            process.destroyForcibly();
            process.onExit().join();
        }

        void awaitFolded(long commit) throws InterruptedException, IOException {
            input.write(commit + "\n");
            input.flush();
            String line = "";
            while (!line.equals("folded " + commit)) {
                line = lines.poll(5, TimeUnit.MINUTES);
                assertThat(line).as("progress towards %s", commit).isNotNull();
            }
        }
    }
}
