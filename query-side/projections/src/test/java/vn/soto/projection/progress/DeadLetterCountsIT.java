package vn.soto.projection.progress;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.soto.testkit.mongo.Emulator;
import vn.soto.testkit.mongo.SentCommands;

final class DeadLetterCountsIT {

    private static final String ONE = "activity";
    private static final String OTHER = "timeline";

    private final Emulator emulator = Emulator.start();
    private final SentCommands sent = new SentCommands();
    private final MongoClient client = MongoClients.create(MongoClientSettings.builder()
            .applyConnectionString(new ConnectionString(emulator.uri()))
            .addCommandListener(sent)
            .build());
    private final ProgressDatabase database = ProgressDatabase.in(client.getDatabase("read"));
    private final DeadLetterCounts counts = SharedCluster.lettersIn(database);

    @AfterEach
    void close() {
        client.close();
        emulator.close();
    }

    /** The writes of a process, seen from another. */
    private void store(String projection) {
        database.deadLetterCollection().insertOne(new Document(DeadLetterQueue.GROUP, projection));
    }

    @Test
    void areRightAfterARestartAndCostNoRoundTripAfterwards() {
        store(ONE);
        store(ONE);
        store(OTHER);
        assertThat(counts.of(ONE)).isEqualTo(2);
        sent.clear();
        for (int answer = 0; answer < 100; answer++) {
            assertThat(counts.of(ONE) + counts.of(OTHER) + counts.of("none")).isEqualTo(3);
        }
        assertThat(sent.named("aggregate")).isEmpty();
        assertThat(sent.named("count")).isEmpty();
        assertThat(sent.named("find")).isEmpty();
    }

    @Test
    void followOwnChangesAtOnceAndThoseOfOthersAtTheNextCount() {
        assertThat(counts.of(ONE)).isZero();
        counts.changed(ONE, 1);
        assertThat(counts.of(ONE)).isEqualTo(1);
        counts.changed(ONE, -1);
        assertThat(counts.of(ONE)).isZero();
        store(OTHER);
        sent.clear();
        counts.count();
        assertThat(sent.named("aggregate")).hasSize(1);
        assertThat(counts.of(OTHER)).isEqualTo(1);
        counts.cleared(OTHER);
        assertThat(counts.of(OTHER)).isZero();
    }
}
