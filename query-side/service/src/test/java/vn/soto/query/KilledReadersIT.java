package vn.soto.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.soto.ledger.Commit;
import vn.soto.ledger.Draft;
import vn.soto.ledger.LedgerAppender;
import vn.soto.ledger.mongo.MongoConnection;
import vn.soto.ledger.mongo.MongoLayout;
import vn.soto.ledgerwriter.WriterSettings;
import vn.soto.ledgerwriter.mongo.LeaseSettings;
import vn.soto.ledgerwriter.mongo.MongoLedger;
import vn.soto.testkit.mongo.Emulator;

/**
 * Query processes share the segments of a growing ledger. Twenty are killed with SIGKILL while they write documents, as
 * many are added; in the end the documents are those of one process that was left in peace.
 */
final class KilledReadersIT {

    private static final long SEED = Long.getLong("soto.seed", 20261125);
    private static final int KILLS = 20;
    private static final int ALIVE = 3;

    private final Sample sample = new Sample(SEED, 1_500);
    private final Random random = new Random(SEED);
    private final Deque<Reader> readers = new ArrayDeque<>();
    private int appended;

    @Test
    void whatTheyLeaveBehindIsWhatOneWouldHaveMade() throws Exception {
        TestClock clock = new TestClock(EventLog.START);
        try (Emulator emulator = Emulator.start();
                MongoClient client = MongoClients.create(
                        MongoConnection.settings(emulator.uri()).build());
                MongoLedger ledger = ledger(client.getDatabase("ledger"), clock)) {
            List<Commit> commits = sample.scribe.ledger.commits(1, Integer.MAX_VALUE);
            int atWork = 0;
            for (int kill = 1; kill <= KILLS; kill++) {
                while (readers.size() < ALIVE) {
                    readers.addLast(new Reader(emulator.uri()));
                }
                Reader victim = readers.removeFirst();
                int end = commits.size() * kill / (KILLS + 1);
                for (int writes = 1 + random.nextInt(3); appended < end && writes > 0; ) {
                    append(ledger.appender(), clock, commits.subList(appended, Math.min(appended + 5, end)));
                    writes -= victim.writes(writes);
                    atWork += writes == 0 ? 1 : 0;
                }
                victim.kill();
            }
            assertThat(atWork).as("killed while writing").isGreaterThan(KILLS / 2);
            append(ledger.appender(), clock, commits.subList(appended, commits.size()));
            assertThat(ledger.reader().tail()).isEqualTo(sample.scribe.ledger.tail());
            readers.getFirst().awaitFolded(commits.size());

            MongoDatabase read = client.getDatabase("read");
            assertThat(QuerySideFixture.documents(read)).as("seed %s", SEED).isEqualTo(foldedInPeace());
        } finally {
            readers.forEach(Reader::kill);
        }
    }

    private MongoLedger ledger(MongoDatabase database, TestClock clock) {
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

    private void append(LedgerAppender appender, TestClock clock, List<Commit> commits) {
        for (Commit commit : commits) {
            clock.set(commit.at());
            appender.append(new Draft(
                    commit.id(),
                    commit.origin(),
                    commit.actor(),
                    commit.reason(),
                    commit.corrects(),
                    commit.correlation(),
                    commit.causation(),
                    commit.events(),
                    List.of()));
        }
        appended += commits.size();
    }

    private Map<String, List<BsonDocument>> foldedInPeace() {
        try (QuerySideFixture side = QuerySideFixture.of(sample.scribe)) {
            return side.upTo(sample.scribe.ledger.tail().number()).documents();
        }
    }

    private static final class Reader {

        private final Process process;
        private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

        Reader(String uri) throws IOException {
            process = KilledReader.start(uri, "ledger", "read");
            Thread.ofVirtual().start(this::read);
        }

        private void read() {
            try (BufferedReader output = process.inputReader()) {
                output.lines().forEach(lines::add);
            } catch (IOException | UncheckedIOException e) {
                lines.add(e.toString());
            }
        }

        /** How many writes it begins, up to {@code most}, until it pauses. */
        int writes(int most) throws InterruptedException {
            int writes = 0;
            for (String line = line(); line != null; line = line()) {
                writes += line.startsWith("writing ") ? 1 : 0;
                if (writes == most) {
                    return writes;
                }
            }
            return writes;
        }

        private @Nullable String line() throws InterruptedException {
            return lines.poll(300, TimeUnit.MILLISECONDS);
        }

        void kill() {
            process.destroyForcibly();
            process.onExit().join();
        }

        void awaitFolded(long commit) throws InterruptedException {
            String line = "";
            while (!line.equals("folded " + commit)) {
                line = lines.poll(60, TimeUnit.SECONDS);
                assertThat(line).as("progress towards %s", commit).isNotNull();
            }
        }
    }
}
