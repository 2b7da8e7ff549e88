package vn.soto.testkit.mongo;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The faults happen as described, and only they. */
@Tag("slow")
@Tag("threads")
@Tag("long")
final class FaultProxyIT {

    @AutoClose
    private final Emulator emulator = Emulator.start();

    @Test
    void aResetReplyBelongsToAWriteThatWasDone() {
        try (FaultProxy proxy = FaultProxy.before(emulator.uri(), Faults.none().resettingReplies(0.1))) {
            Outcome outcome = insert(proxy, 300, false);

            assertThat(outcome.stored()).containsAll(outcome.answered());
            assertThat(outcome.failed()).isNotEmpty();
            assertThat(outcome.stored()).containsAnyElementsOf(outcome.failed());
            assertThat(proxy.count().resetReplies())
                    .isGreaterThanOrEqualTo(outcome.failed().size());
            assertThat(proxy.count().resetRequests()).isZero();
        }
    }

    @Test
    void aResetRequestIsNeverSeenByTheServer() {
        try (FaultProxy proxy = FaultProxy.before(emulator.uri(), Faults.none().resettingRequests(0.1))) {
            Outcome outcome = insert(proxy, 300, false);

            assertThat(outcome.stored()).isEqualTo(outcome.answered());
            assertThat(outcome.failed()).isNotEmpty();
            assertThat(proxy.count().resetRequests())
                    .isGreaterThanOrEqualTo(outcome.failed().size());
            assertThat(proxy.count().resetReplies()).isZero();
        }
    }

    @Test
    void delayedAndSplitMessagesArriveWhole() {
        Faults slow = Faults.none().delaying(0.2, Duration.ofMillis(2)).splitting(0.5);
        try (FaultProxy proxy = FaultProxy.before(emulator.uri(), slow)) {
            Outcome outcome = insert(proxy, 300, false);

            assertThat(outcome.failed()).isEmpty();
            assertThat(outcome.stored()).hasSize(300);
            assertThat(proxy.count().delayed()).isPositive();
            assertThat(proxy.count().split()).isPositive();
        }
    }

    @Test
    void theDriverStaysUsableUnderTheStandardFaults() {
        try (FaultProxy proxy = FaultProxy.before(emulator.uri(), Faults.standard(1))) {
            Outcome outcome = insert(proxy, 2_000, true);

            assertThat(outcome.stored()).containsAll(outcome.answered());
            FaultCount count = proxy.count();
            assertThat(count.resetReplies()).isPositive();
            assertThat(count.resetRequests()).isPositive();
            assertThat(outcome.failed()).as("each failed insert lost a message").hasSizeLessThanOrEqualTo((int)
                    (count.resetReplies() + count.resetRequests()));
        }
    }

    @Test
    void aQuietProxyDisturbsNothing() {
        try (FaultProxy proxy =
                FaultProxy.before(emulator.uri(), Faults.standard(2).resettingReplies(1))) {
            proxy.quiet();
            assertThat(insert(proxy, 300, false).failed()).isEmpty();
            assertThat(proxy.count().resetReplies()).isZero();

            proxy.loud();
            // No server can be selected through this proxy, however long the driver tries.
            try (MongoClient client = client(proxy, true, new SentCommands(), 1)) {
                assertThat(inserted(commits(client), 1_000)).isFalse();
            }
            assertThat(proxy.count().resetReplies()).isPositive();
        }
    }

    @Test
    void aDirectConnectionToThePrimaryStillSendsTransactionNumbers() {
        SentCommands sent = new SentCommands();
        try (FaultProxy proxy = FaultProxy.before(emulator.uri(), Faults.none());
                MongoClient client = client(proxy, true, sent)) {
            commits(client).insertOne(new Document("_id", 1L));
        }
        assertThat(sent.named("insert"))
                .singleElement()
                .satisfies(insert -> assertThat(insert).containsKeys("lsid", "txnNumber"));
    }

    /** A ledger must not take the second answer for another writer's commit. */
    @Test
    void onTheEmulatorARepeatedInsertIsADuplicateOfItself() {
        Faults faults = Faults.none().resettingReplies(0.1);
        try (FaultProxy proxy = FaultProxy.before(emulator.uri(), faults)) {
            Outcome outcome = insert(proxy, 300, true);

            assertThat(outcome.stored()).containsAnyElementsOf(outcome.failed());
        }
    }

    @Test
    void aServerThatStopsIsReachedAgainAfterItsRestart() {
        try (FaultProxy proxy = FaultProxy.before(emulator.uri(), Faults.none());
                MongoClient client = client(proxy, true, new SentCommands())) {
            assertThat(inserted(commits(client), 1)).isTrue();
            emulator.restart();
            assertThat(inserted(commits(client), 2)).isTrue();
        }
    }

    private record Outcome(List<Long> answered, List<Long> failed, List<Long> stored) {}

    private Outcome insert(FaultProxy proxy, int documents, boolean retry) {
        List<Long> answered = new ArrayList<>();
        List<Long> failed = new ArrayList<>();
        try (MongoClient client = client(proxy, retry, new SentCommands())) {
            for (long number = 1; number <= documents; number++) {
                (inserted(commits(client), number) ? answered : failed).add(number);
            }
        }
        return new Outcome(answered, failed, stored());
    }

    private static boolean inserted(MongoCollection<Document> commits, long number) {
        try {
            commits.insertOne(new Document("_id", number).append("body", "x".repeat((int) (number % 1_000))));
            return true;
        } catch (MongoException lost) {
            return false;
        }
    }

    private List<Long> stored() {
        try (MongoClient client = MongoClients.create(emulator.uri())) {
            return commits(client)
                    .find()
                    .sort(eq("_id", 1))
                    .map(found -> found.getLong("_id"))
                    .into(new ArrayList<>());
        }
    }

    private static MongoCollection<Document> commits(MongoClient client) {
        return client.getDatabase("ledger").getCollection("commits");
    }

    /** Looks for the server again at once: by default the driver waits half a second after each fault. */
    private static MongoClient client(FaultProxy proxy, boolean retry, SentCommands sent) {
        return client(proxy, retry, sent, 60);
    }

    private static MongoClient client(FaultProxy proxy, boolean retry, SentCommands sent, int selectionSeconds) {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(proxy.uri()))
                .retryWrites(retry)
                .addCommandListener(sent)
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(selectionSeconds, TimeUnit.SECONDS))
                .applyToServerSettings(server -> server.minHeartbeatFrequency(5, TimeUnit.MILLISECONDS))
                .build());
    }
}
