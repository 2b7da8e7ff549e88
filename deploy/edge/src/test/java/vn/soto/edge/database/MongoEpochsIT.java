package vn.soto.edge.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.soto.ledger.mongo.MongoConnection;
import vn.soto.testkit.mongo.Emulator;

/** Two nodes and the epochs that both know. */
@Tag("threads")
final class MongoEpochsIT {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-07-01T02:00:00Z"), ZoneOffset.UTC);

    private final Emulator server = Emulator.start();
    private final MongoClient client = MongoClients.create(MongoConnection.settings(server.uri())
            .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(60, TimeUnit.SECONDS))
            .build());
    private final MongoDatabase database = client.getDatabase("soto-x-reads");
    private final MongoEpochs query = new MongoEpochs(database, CLOCK);
    private final MongoEpochs command = new MongoEpochs(database, CLOCK);

    @BeforeEach
    void prepare() {
        EpochsCollection.prepare(database);
        EpochsCollection.prepare(database);
    }

    @AfterEach
    void close() {
        query.close();
        command.close();
        client.close();
        server.close();
    }

    @Test
    void whoSignsOutEverywhereIsSignedOutOnTheOtherNodeAtOnce() {
        assertThat(command.current("lan").block()).isZero();

        query.raise("lan").block();
        assertThat(command.current("lan").block()).isEqualTo(1);

        command.raise("lan").block();
        assertThat(query.current("lan").block()).isEqualTo(2);
        assertThat(query.current("lan ").block()).as("another account").isZero();
    }

    @Test
    void anAdministratorEndsTheSessionsOfSomebodyElseAndIsRecordedWithIt() {
        query.raise("lan").block();

        command.end("lan", "an").block();

        assertThat(query.current("lan").block()).isEqualTo(2);
        assertThat(query.current("an").block()).as("the administrator stays").isZero();
        assertThat(query.ended("lan").block())
                .containsExactly(
                        new MongoEpochs.Ended("lan", CLOCK.instant()), new MongoEpochs.Ended("an", CLOCK.instant()));
        assertThat(query.ended("an").block()).isEmpty();
    }

    @Test
    void keepsTheLatestEntriesOfAnAccountOnly() {
        for (int i = 0; i < EpochsCollection.MOST_ENDED + 3; i++) {
            command.end("lan", "an-" + i).block();
        }

        assertThat(query.current("lan").block()).isEqualTo(EpochsCollection.MOST_ENDED + 3L);
        assertThat(query.ended("lan").block())
                .hasSize(EpochsCollection.MOST_ENDED)
                .last()
                .extracting(MongoEpochs.Ended::by)
                .isEqualTo("an-" + (EpochsCollection.MOST_ENDED + 2));
    }
}
