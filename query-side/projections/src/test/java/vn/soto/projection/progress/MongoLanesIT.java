package vn.soto.projection.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.BsonDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.soto.projection.source.CommitToken;
import vn.soto.testkit.mongo.Emulator;

/** Two processes and the lanes of one tracker, by the server's clock as the test reads it. */
final class MongoLanesIT {

    private static final Duration TIMEOUT = Duration.ofMinutes(1);

    private final Emulator emulator = Emulator.start();
    private final MongoClient client = MongoClients.create(emulator.uri());
    private final ProgressDatabase database = ProgressDatabase.in(client.getDatabase("read"));
    private final ServerClock clock = new ServerClock();
    private final AtomicLong claimed = new AtomicLong();
    private final MongoLanes lanes = of("this");
    private final MongoLanes other = of("other");

    private MongoLanes of(String owner) {
        return new MongoLanes(database, "tracker", new ClaimSettings(owner, TIMEOUT), clock, token(0), claimed);
    }

    @AfterEach
    void close() {
        client.close();
        emulator.close();
    }

    private static CommitToken token(long number) {
        return new CommitToken(number, "chain " + number);
    }

    /** The server's clock, some timeouts after lane 0 was claimed last. */
    private void readClock(int timeouts) {
        BsonDocument lane = Objects.requireNonNull(database.lanes()
                .withDocumentClass(BsonDocument.class)
                .find(Filters.eq("tracker/0"))
                .first());
        clock.read(lane.getDateTime("claimed").getValue() + timeouts * TIMEOUT.toMillis());
    }

    /** As a process reads it that has read nothing before. */
    private LaneProgress stored() {
        return of("reader").lanes().getFirst();
    }

    @Test
    void aLaneBeginsAtTheBeginningAndGoesOnWhereItWasReleased() {
        assertThat(lanes.lanes()).isEmpty();
        assertThat(lanes.claim(0)).contains(token(0));
        lanes.release(0, token(7));
        assertThat(stored()).isEqualTo(new LaneProgress(0, null, false, token(7), Map.of()));
        assertThat(other.claim(0)).contains(token(7));
        assertThat(claimed).hasValue(2);
    }

    @Test
    void oneProcessHasALaneUntilItRenewsItsClaimNoMore() {
        assertThat(lanes.claim(0)).isPresent();
        readClock(0);
        assertThat(other.claim(0)).isEmpty();
        assertThat(other.claim(1)).isPresent();
        assertThat(lanes.claim(0)).as("its own it may claim again").isPresent();

        readClock(2);
        assertThat(other.claim(0)).isPresent();
        assertThatThrownBy(() -> lanes.renew(0, token(3))).isInstanceOf(LaneLostException.class);
        assertThatThrownBy(() -> lanes.store(0, token(3))).isInstanceOf(LaneLostException.class);
        lanes.release(0, token(3));
        assertThat(stored().owner()).isEqualTo("other");
        assertThat(stored().folded()).isEqualTo(token(0));
    }

    /** A process whose clock nobody has read yet takes no claim away. */
    @Test
    void withoutTheServersClockNoClaimSeemsToHaveExpired() {
        assertThat(lanes.claim(0)).isPresent();
        assertThat(other.claim(0)).isEmpty();
        assertThat(stored().abandoned()).isFalse();
        readClock(3);
        assertThat(stored().abandoned()).isTrue();
    }

    @Test
    void ofBatchesInQuickSuccessionTheFirstIsStoredAndTheLastWithTheClaim() {
        lanes.claim(0);
        lanes.store(0, token(1));
        lanes.store(0, token(2));
        assertThat(stored().folded()).isEqualTo(token(1));
        lanes.renew(0, token(2));
        assertThat(stored().folded()).isEqualTo(token(2));
    }

    @Test
    void whoeverReadsTheLanesSeesHowOftenARetryWasRequested() {
        lanes.claim(0);
        lanes.claim(1);
        other.requestRetry("activity");
        other.requestRetry("activity");
        assertThat(stored().retries()).isEqualTo(Map.of("activity", 2));
    }
}
