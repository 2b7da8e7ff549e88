package vn.soto.testkit.mongo;

import static com.mongodb.client.model.Filters.in;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.soto.testkit.mongo.EmulatedCommits.commit;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Updates;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.bson.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The guarantees of the emulator when clients meet, and when it is stopped under them. */
@Tag("slow")
@Tag("threads")
@Tag("long")
final class EmulatorRaceIT {

    /** One stop seldom meets a connection between its acceptance and its registration; 150 nearly always do. */
    private static final int STOPS = 150;

    @AutoClose
    private final EmulatedCommits emulated = new EmulatedCommits(new SentCommands());

    private final MongoCollection<Document> commits = emulated.commits;

    @Test
    void ofConcurrentFindAndModifyWithOneFenceExactlyOneIsDone() throws Exception {
        commits.insertOne(new Document("_id", 0L).append("fence", 0L).append("keys", List.of("lease")));
        List<Future<Boolean>> claims = together(
                16,
                writer -> commits.findOneAndUpdate(
                                new Document("_id", 0L).append("fence", 0L),
                                Updates.combine(Updates.set("holder", "w" + writer), Updates.inc("fence", 1L)))
                        != null);
        assertThat(claims).filteredOn(EmulatorRaceIT::won).hasSize(1);
    }

    @Test
    void ofConcurrentInsertsWithOneNumberOrOneKeyExactlyOneIsDone() throws Exception {
        for (long number = 1; number <= 100; number++) {
            long next = number;
            List<Future<Boolean>> byNumber =
                    together(8, writer -> emulated.inserted(commit(next, "w" + writer + "#" + next)));
            assertThat(byNumber).filteredOn(EmulatorRaceIT::won).hasSize(1);

            List<Future<Boolean>> byKey =
                    together(8, writer -> emulated.inserted(commit(1_000 + 10 * next + writer, "shared#" + next)));
            assertThat(byKey).filteredOn(EmulatorRaceIT::won).hasSize(1);
        }
    }

    @Test
    void aStopWhileWritersWriteLosesNothingThatWasAnswered() throws Exception {
        ConcurrentLinkedQueue<Long> answered = new ConcurrentLinkedQueue<>();
        Semaphore answers = new Semaphore(0);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int writer = 0; writer < 8; writer++) {
                long base = 100_000L * (writer + 1);
                threads.execute(() -> {
                    for (long number = base; number < base + 200; number++) {
                        if (emulated.inserted(commit(number, "k#" + number))) {
                            answered.add(number);
                            answers.release();
                        }
                    }
                });
            }
            for (int cut = 1; cut <= 3; cut++) {
                assertThat(answers.tryAcquire(300, 60, TimeUnit.SECONDS)).isTrue();
                emulated.emulator.restart();
            }
        }
        assertThat(emulated.numbers()).doesNotHaveDuplicates().containsAll(answered);
    }

    @Test
    @Tag("long")
    void aConnectionThatIsAcceptedDuringAStopIsClosed() throws Exception {
        for (int stop = 0; stop < STOPS; stop++) {
            List<Future<Integer>> ends = new ArrayList<>();
            CountDownLatch connecting = new CountDownLatch(8);
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int client = 0; client < 8; client++) {
                    ends.add(threads.submit(() -> connectUntilRefused(connecting)));
                }
                connecting.await();
                emulated.emulator.stop();
            }
            assertThat(ends).allMatch(end -> end.state() == Future.State.SUCCESS);
            emulated.emulator.restart();
        }
    }

    /**
     * Every connection is open until the server ends it; a read of one that stays open fails after a minute. A byte is
     * sent first, as by any client. Only then is a connection reset for which the system had no room among those to be
     * accepted.
     */
    private int connectUntilRefused(CountDownLatch connecting) throws IOException {
        List<Socket> connections = new ArrayList<>();
        try {
            while (true) {
                InetSocketAddress address = emulated.emulator.address();
                Socket connection = new Socket(address.getAddress(), address.getPort());
                connections.add(connection);
                connection.setSoTimeout(60_000);
                connecting.countDown();
            }
        } catch (SocketException refused) {
            connecting.countDown();
        }
        for (Socket connection : connections) {
            try (connection) {
                connection.getOutputStream().write(0);
                assertThat(connection.getInputStream().read()).isEqualTo(-1);
            } catch (SocketException reset) {
                // Ended as well.
            }
        }
        return connections.size();
    }

    @Test
    void aReaderBesideAWriterSeesNoGapAndNeverLess() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> writer = threads.submit(() -> {
                for (long number = 1; number <= 2_000; number += 20) {
                    commits.insertMany(LongStream.range(number, number + 20)
                            .mapToObj(each -> commit(each, "k#" + each))
                            .toList());
                }
            });
            long seen = 0;
            while (seen < 2_000 && writer.state() != Future.State.FAILED) {
                List<Long> expected =
                        LongStream.rangeClosed(seen + 1, seen + 300).boxed().toList();
                List<Long> found = commits.find(in("_id", expected))
                        .map(commit -> commit.getLong("_id"))
                        .into(new ArrayList<>());
                assertThat(found).containsExactlyInAnyOrderElementsOf(expected.subList(0, found.size()));
                seen += found.size();
            }
            writer.get();
        }
    }

    private static boolean won(Future<Boolean> claim) {
        return claim.resultNow();
    }

    private static List<Future<Boolean>> together(int writers, Attempt attempt) throws InterruptedException {
        List<Callable<Boolean>> attempts = new ArrayList<>();
        for (int writer = 0; writer < writers; writer++) {
            int number = writer;
            attempts.add(() -> attempt.by(number));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(attempts);
        }
    }

    private interface Attempt {
        boolean by(int writer);
    }
}
