package vn.soto.edge.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.soto.edge.session.Epochs;
import vn.soto.edge.session.Session;
import vn.soto.edge.session.SessionCodec;
import vn.soto.ledger.mongo.MongoConnection;
import vn.soto.testkit.mongo.Emulator;
import vn.soto.web.DeviceContacts;
import vn.soto.web.DeviceContacts.Contact;

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
    void whatADeviceToldOneNodeIsKnownToTheOthers() {
        Instant at = Instant.parse("2026-03-02T01:00:00Z");
        command.tell("lan", new Contact("phone", 12, at));
        for (int other = 1; other < DeviceContacts.MOST; other++) {
            query.tell("lan", new Contact("other-" + other, 0, at.plusSeconds(other)));
        }
        query.tell("lan", new Contact("phone", 3, at.plusSeconds(100)));
        command.tell("lan", new Contact("another", 0, at.plusSeconds(101)));

        assertThat(query.of("lan"))
                .hasSize(DeviceContacts.MOST)
                .contains(new Contact("phone", 3, at.plusSeconds(100)))
                .noneMatch(contact -> contact.device().equals("other-1"));
        assertThat(query.of("nobody")).isEmpty();
        assertThat(query.current("lan").block()).as("sessions stay").isZero();
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

    private static Session session(String id, long epoch) {
        return new Session(id, "lan", epoch, Set.of(), CLOCK.instant(), CLOCK.instant(), CLOCK.instant());
    }

    @Test
    void aSessionThatSignedOutIsRefusedOnTheOtherNodeAtOnceAndAfterARestart() {
        assertThat(command.accept(session("s1", 0)).block()).isTrue();

        query.end(session("s1", 0)).block();

        assertThat(command.accept(session("s1", 0)).block()).isFalse();
        assertThat(command.accept(session("s2", 0)).block())
                .as("another browser")
                .isTrue();
        try (MongoEpochs restarted = new MongoEpochs(database, CLOCK)) {
            assertThat(restarted.accept(session("s1", 0)).block()).isFalse();
            restarted.end(session("s2", 0)).block();
        }
        assertThat(query.accept(session("s2", 0)).block()).isFalse();
        assertThat(query.current("lan").block()).isZero();
        assertThat(query.ended("lan").block()).as("nobody ended all of them").isEmpty();
    }

    @Test
    void aSessionThatSignedOutIsForgottenWhenEachOfItsCookiesIsOver() {
        query.end(session("s1", 0)).block();
        database.getCollection(EpochsCollection.NAME)
                .updateOne(
                        Filters.eq(EpochsCollection.ID, "lan"),
                        Updates.set(
                                EpochsCollection.SIGNED_OUT + ".0." + EpochsCollection.UNTIL,
                                Date.from(Instant.now().minusSeconds(1))));

        query.end(session("s2", 0)).block();

        assertThat(signedOut()).containsExactly("s2");
    }

    /** A node whose clock is ahead makes no session valid again. */
    @Test
    void theClockOfANodeForgetsNoSession() {
        query.end(session("s1", 0)).block();
        try (MongoEpochs ahead =
                new MongoEpochs(database, Clock.offset(Clock.systemUTC(), SessionCodec.REMEMBERED.multipliedBy(2)))) {
            ahead.end(session("s2", 0)).block();
        }

        assertThat(signedOut()).containsExactly("s1", "s2");
        assertThat(query.accept(session("s1", 0)).block()).isFalse();
    }

    private List<String> signedOut() {
        return database
                .getCollection(EpochsCollection.NAME)
                .find()
                .first()
                .getList(EpochsCollection.SIGNED_OUT, Document.class)
                .stream()
                .map(each -> each.getString(EpochsCollection.SESSION))
                .toList();
    }

    @Test
    void whoSignsOutTooOftenSignsOutEverywhere() {
        for (int i = 0; i <= Epochs.MOST_SIGNED_OUT; i++) {
            query.end(session("s" + i, 0)).block();
        }

        assertThat(command.current("lan").block()).isEqualTo(1);
        assertThat(command.accept(session("s0", 0)).block()).isFalse();
        assertThat(command.accept(session("other", 0)).block()).isFalse();
        assertThat(command.accept(session("s0", 1)).block())
                .as("of the next sign-in")
                .isTrue();
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
