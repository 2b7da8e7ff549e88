package vn.soto.projection.progress;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.time.Duration;
import org.axonframework.eventhandling.TrackingToken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.soto.projection.source.CommitToken;
import vn.soto.testkit.mongo.Emulator;

final class TokensAfterDocumentsIT {

    private static final String NAME = "tracker";

    private final Emulator emulator = Emulator.start();
    private final MongoClient client = MongoClients.create(emulator.uri());
    private final ProgressDatabase database = ProgressDatabase.in(client.getDatabase("read"));
    private final TokensAfterDocuments tokens = of("this", Duration.ofMinutes(1));

    private TokensAfterDocuments of(String owner, Duration timeout) {
        return new TokensAfterDocuments(database, new ClaimSettings(owner, timeout), 1);
    }

    @BeforeEach
    void claim() {
        tokens.initializeTokenSegments(NAME, 1, token(0));
        tokens.fetchToken(NAME, 0);
    }

    @AfterEach
    void close() {
        client.close();
        emulator.close();
    }

    private static TrackingToken token(long number) {
        return new CommitToken(number, "chain");
    }

    private void batch(long number) {
        tokens.storeSoon(token(number), NAME, 0);
    }

    private long stored() {
        return new MongoProgress(database, new CommitToken(0, "chain"))
                .of(NAME)
                .getFirst()
                .folded()
                .number();
    }

    @Test
    void storesTheFirstOfBatchesInQuickSuccession() {
        batch(1);
        assertThat(stored()).isEqualTo(1);
    }

    @Test
    void storesTheLastOneWithTheClaimThatIsExtended() {
        batch(1);
        batch(2);
        batch(3);
        tokens.extendClaim(NAME, 0);
        assertThat(stored()).isEqualTo(3);
    }

    @Test
    void storesTheLastOneBeforeItLetsGo() {
        batch(1);
        batch(2);
        tokens.releaseClaim(NAME, 0);
        assertThat(of("other", Duration.ofMinutes(1)).fetchToken(NAME, 0)).isEqualTo(token(2));
    }

    @Test
    void storesNothingOverTheTokenOfWhoTookOver() {
        batch(1);
        batch(2);
        TokensAfterDocuments other = of("other", Duration.ZERO);
        other.fetchToken(NAME, 0);
        other.storeToken(token(9), NAME, 0);
        tokens.releaseClaim(NAME, 0);
        assertThat(stored()).isEqualTo(9);
    }

    @Test
    void forgetsWhatItHeldWhenATokenIsSet() {
        batch(5);
        batch(6);
        tokens.storeToken(token(0), NAME, 0);
        tokens.extendClaim(NAME, 0);
        assertThat(stored()).isZero();
    }

    @Test
    void aTrackerThatHadMoreSegmentsBeforeTheUpgradeBeginsAnew() {
        tokens.initializeTokenSegments(NAME, 4, token(7));
        batch(7);

        assertThat(tokens.fetchSegments(NAME)).as("none, so they are made anew").isEmpty();
        tokens.initializeTokenSegments(NAME, 1, token(0));

        assertThat(tokens.fetchSegments(NAME)).containsExactly(0);
        assertThat(tokens.fetchToken(NAME, 0)).isEqualTo(token(0));
    }
}
