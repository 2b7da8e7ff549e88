package vn.soto.plans;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.plan.PlanId;

final class PlanPausesTest {

    private static final PlanId PLAN = new PlanId("p");

    private final PlanPauses pauses = new PlanPauses();

    private int runs(int looks, boolean further) {
        int runs = 0;
        for (int look = 0; look < looks; look++) {
            pauses.look(List.of(PLAN));
            if (!pauses.rests(PLAN)) {
                runs++;
                pauses.ran(PLAN, further);
            }
        }
        return runs;
    }

    @Test
    void aPlanThatRecordsNothingIsRunMoreAndMoreRarely() {
        assertThat(runs(1_000, false)).isEqualTo(20);
        assertThat(runs(1_000, false)).isLessThanOrEqualTo(1_000 / PlanPauses.LONGEST + 1);
    }

    /** The first look after a run comes at once, so one look is no pause. */
    @Test
    void itRestsForMoreThanOneLookAfterTheFirstRun() {
        assertThat(runs(1, false)).isEqualTo(1);
        assertThat(runs(1, false)).isZero();
    }

    @Test
    void aPlanThatGoesOnNeverRests() {
        assertThat(runs(100, true)).isEqualTo(100);
    }

    @Test
    void whatItRecordsEndsThePauses() {
        runs(100, false);
        pauses.ran(PLAN, true);

        assertThat(pauses.rests(PLAN)).isFalse();
        assertThat(runs(3, false)).as("it begins with the shortest").isEqualTo(2);
    }

    @Test
    void aPlanThatIsNoLongerOpenIsForgotten() {
        runs(100, false);
        pauses.look(List.of());

        assertThat(pauses.rests(PLAN)).isFalse();
    }
}
