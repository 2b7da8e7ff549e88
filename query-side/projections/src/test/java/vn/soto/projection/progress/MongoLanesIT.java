package vn.soto.projection.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.soto.projection.source.CommitToken;
import vn.soto.testkit.mongo.Emulator;

/** Two processes and one tracker of two lanes. The test moves the clock of each, which tells no time of day. */
final class MongoLanesIT {

    private static final ClaimSettings SETTINGS = new ClaimSettings("this", Duration.ofSeconds(6));
    private static final List<CommitToken> BEGINNING = List.of(token(0), token(0));

    private final Emulator emulator = Emulator.start();
    private final MongoClient client = MongoClients.create(emulator.uri());
    private final ProgressDatabase database = ProgressDatabase.in(client.getDatabase("read"));
    private final AtomicLong claimed = new AtomicLong();
    private final AtomicLong nanos = new AtomicLong();

    /** Of another process: that it is far ahead, or behind, means nothing. */
    private final AtomicLong othersNanos = new AtomicLong(Long.MIN_VALUE / 2);

    private final MongoLanes lanes = of("this", nanos);
    private final MongoLanes other = of("other", othersNanos);

    private MongoLanes of(String owner, AtomicLong clock) {
        ClaimSettings settings = new ClaimSettings(owner, SETTINGS.timeout());
        return new MongoLanes(database, "tracker", 2, settings, clock::get, token(0), claimed);
    }

    @AfterEach
    void close() {
        client.close();
        emulator.close();
    }

    private static CommitToken token(long number) {
        return new CommitToken(number, "chain " + number);
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
        othersNanos.addAndGet(time.toNanos());
    }

    /** As a process reads it that has read nothing before. */
    private TrackerProgress stored() {
        return of("reader", new AtomicLong()).progress().orElseThrow();
    }

    @Test
    void aTrackerBeginsAtTheBeginningAndGoesOnWhereItWasReleased() {
        assertThat(lanes.progress()).isEmpty();
        assertThat(lanes.claim()).contains(BEGINNING);
        lanes.release(List.of(token(7), token(8)));
        assertThat(stored()).isEqualTo(new TrackerProgress(null, false, List.of(token(7), token(8)), Map.of()));
        assertThat(other.claim()).contains(List.of(token(7), token(8)));
        assertThat(claimed).hasValue(2);
    }

    @Test
    void oneProcessHasAllLanesUntilItRenewsItsClaimNoMore() {
        assertThat(lanes.claim()).isPresent();
        assertThat(other.claim()).isEmpty();
        assertThat(lanes.claim()).as("its own it may claim again").isPresent();
        for (int renewal = 1; renewal < 20; renewal++) {
            pass(SETTINGS.renewal());
            lanes.renew(List.of(token(renewal), token(renewal)));
            assertThat(other.claim()).as("renewed").isEmpty();
        }
        pass(SETTINGS.timeout());
        assertThat(other.claim()).contains(List.of(token(19), token(19)));
        assertThatThrownBy(() -> lanes.renew(List.of(token(30), token(30)))).isInstanceOf(LaneLostException.class);
        assertThatThrownBy(() -> lanes.store(0, token(30))).isInstanceOf(LaneLostException.class);
        lanes.release(List.of(token(30), token(30)));
        assertThat(stored().owner()).isEqualTo("other");
        assertThat(stored().folded()).containsExactly(token(19), token(19));
    }

    /** It looks once a second; the last renewal may come just after a look. */
    @Test
    void aTakeOverTakesLessThanTenSeconds() {
        lanes.claim();
        assertThat(other.claim()).isEmpty();
        lanes.store(1, token(5));
        Optional<List<CommitToken>> taken = Optional.empty();
        int looks = 0;
        while (taken.isEmpty()) {
            pass(SETTINGS.look());
            taken = other.claim();
            looks++;
        }
        assertThat(SETTINGS.look().multipliedBy(looks)).isLessThan(Duration.ofSeconds(10));
        assertThat(taken).contains(List.of(token(0), token(5)));
    }

    /** A process that has looked once knows nothing of the time before, however long that was. */
    @Test
    void aClaimSeenForTheFirstTimeIsNotFree() {
        assertThat(lanes.claim()).isPresent();
        pass(Duration.ofDays(1));
        assertThat(other.claim()).isEmpty();
        assertThat(other.progress().orElseThrow().abandoned()).isFalse();
        pass(SETTINGS.timeout().multipliedBy(2));
        assertThat(other.progress().orElseThrow().abandoned()).isTrue();
    }

    /** Of two that see it free at once, the second finds it claimed. */
    @Test
    void oneOfTwoTakesItOver() {
        MongoLanes third = of("third", othersNanos);
        lanes.claim();
        assertThat(other.claim()).isEmpty();
        assertThat(third.claim()).isEmpty();
        pass(SETTINGS.timeout());
        assertThat(third.claim()).isPresent();
        assertThat(other.claim()).isEmpty();
    }

    @Test
    void ofBatchesInQuickSuccessionTheFirstIsStoredAndTheLastWithTheClaim() {
        lanes.claim();
        lanes.store(0, token(1));
        lanes.store(0, token(2));
        assertThat(stored().folded()).containsExactly(token(1), token(0));
        lanes.renew(List.of(token(2), token(3)));
        assertThat(stored().folded()).containsExactly(token(2), token(3));
    }

    @Test
    void whoeverReadsTheProgressSeesHowOftenARetryWasRequested() {
        lanes.claim();
        other.requestRetry("activity");
        other.requestRetry("activity");
        assertThat(stored().retries()).isEqualTo(Map.of("activity", 2));
    }
}
