package vn.soto.privacy.refused;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.mongo.MongoConnection;
import vn.soto.testkit.mongo.Emulator;
import vn.soto.testkit.mongo.SentCommands;

/** On the emulator: what is sent is looked at, what a real server makes of it is not. */
@Tag("threads")
final class MongoRefusedAccessIT extends RefusedAccessContract {

    private final Emulator server = Emulator.start();
    private final SentCommands sent = new SentCommands();
    private final MongoClient client = MongoClients.create(MongoConnection.settings(server.uri())
            .addCommandListener(sent)
            .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(60, TimeUnit.SECONDS))
            .build());
    private final MongoDatabase database = client.getDatabase("soto-x-reads");
    private final RefusedAccessStore register = new MongoRefusedAccess(database);

    @BeforeEach
    void prepare() {
        RefusedAccessCollection.prepare(database);
        RefusedAccessCollection.prepare(database);
    }

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    @Override
    RefusedAccessStore register() {
        return register;
    }

    @Test
    void aPlaceIsUsedAgainOnceAllAreTaken() {
        register.add(refused("oldest"));
        database.getCollection(RefusedAccessCollection.NAME)
                .updateOne(Filters.eq("_id", "latest"), Updates.set("latest", 10_000L));

        assertThat(register.add(refused("lan"))).isEqualTo(10_001);

        assertThat(register.latest(Long.MAX_VALUE, 5))
                .extracting(each -> each.entry().account())
                .containsExactly("lan");
        assertThat(register.update(1, refused("late"))).isFalse();
    }

    @Test
    void twoNodesCountInOneRegister() {
        RefusedAccessStore other = new MongoRefusedAccess(database);

        assertThat(List.of(register.add(refused("a")), other.add(refused("b")), register.add(refused("c"))))
                .containsExactly(1L, 2L, 3L);
    }

    @Test
    void nothingIsEverRemoved() {
        long number = register.add(refused("lan"));
        register.update(number, refused("lan"));

        for (String command : List.of("delete", "drop")) {
            assertThat(sent.named(command)).as(command).isEmpty();
        }
    }

    @Test
    void withoutAnAnswerOfTheServerNothingIsRecorded() {
        try (MongoClient impatient = MongoClients.create(MongoConnection.settings(server.uri())
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(1, TimeUnit.MILLISECONDS))
                .build())) {
            server.stop();
            RefusedAccessStore cutOff = new MongoRefusedAccess(impatient.getDatabase("soto-x-reads"));

            assertThatThrownBy(() -> cutOff.add(refused("lan"))).isInstanceOf(LedgerException.Unavailable.class);
            assertThatThrownBy(() -> cutOff.latest(5, 5)).isInstanceOf(LedgerException.Unavailable.class);
        }
    }
}
