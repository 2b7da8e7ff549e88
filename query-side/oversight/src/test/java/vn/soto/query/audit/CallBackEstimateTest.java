package vn.soto.query.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.soto.contracts.assistance.Verification.CONFIRMED;
import static vn.soto.contracts.assistance.Verification.DENIED;
import static vn.soto.contracts.assistance.Verification.NOT_REACHED;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.assistance.Verification;

final class CallBackEstimateTest {

    private static CallBackEstimate stratum(int records, int drawn, int confirmed, int denied, int notReached) {
        List<Verification> results = Stream.of(
                        Collections.nCopies(confirmed, CONFIRMED),
                        Collections.nCopies(denied, DENIED),
                        Collections.nCopies(notReached, NOT_REACHED))
                .flatMap(List::stream)
                .toList();
        return CallBackEstimate.of(records, drawn, results);
    }

    @Test
    void aShareIsOfThoseReachedWithItsInterval() {
        assertThat(stratum(100, 12, 8, 2, 1)).isEqualTo(new CallBackEstimate(100, 12, 8, 2, 1, 1, 800, 490, 944, 0));
    }

    @Test
    void nobodyReachedIsNotKnownAndNotZero() {
        assertThat(stratum(40, 5, 0, 0, 2)).isEqualTo(new CallBackEstimate(40, 5, 0, 0, 2, 3, null, null, null, 40));
    }

    @Test
    void strataAreWeighedByTheirRecords() {
        CallBackEstimate all = CallBackEstimate.over(
                List.of(stratum(300, 10, 10, 0, 0), stratum(100, 10, 5, 5, 0), stratum(50, 5, 0, 0, 5)));

        assertThat(all.share()).as("300 of 300 and 50 of 100").isEqualTo(875);
        assertThat(all.unknown()).isEqualTo(50);
        assertThat(all.records()).isEqualTo(450);
        // 20 calls that weigh unequally say as much as 400² / (300²/10 + 100²/10) = 16 that weigh equally.
        assertThat(all.lower()).isEqualTo(639);
        assertThat(all.upper()).isEqualTo(966);
    }

    @Test
    void strataDrawnInProportionSayWhatOneSampleSays() {
        CallBackEstimate one = stratum(200, 20, 15, 5, 0);
        CallBackEstimate both = CallBackEstimate.over(List.of(stratum(100, 10, 9, 1, 0), stratum(100, 10, 6, 4, 0)));

        assertThat(both).isEqualTo(one);
    }
}
