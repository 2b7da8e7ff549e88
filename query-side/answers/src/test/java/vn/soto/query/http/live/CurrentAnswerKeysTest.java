package vn.soto.query.http.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.soto.query.http.Freshness;

/** The answers that stay the same while commits come fast. */
final class CurrentAnswerKeysTest {

    private static final long TOLD = 100;

    private static Freshness now(long commit, long ledger, boolean stale, @Nullable List<Freshness.Replay> replaying) {
        Freshness.Moment moment = new Freshness.Moment(commit, null, "chain");
        return new Freshness(
                commit,
                "chain",
                ledger,
                ledger - commit,
                ledger - commit,
                stale,
                0,
                null,
                null,
                null,
                replaying,
                moment,
                moment,
                0);
    }

    private static Object state(long atLeast, long commit, long ledger) {
        return CurrentAnswerKeys.state(atLeast, now(commit, ledger, false, null), TOLD);
    }

    @Test
    void allWhoAskForWhatOpenPagesWereToldOfGetOneAnswerHoweverManyCommitsCame() {
        Object first = state(TOLD, TOLD, TOLD);
        assertThat(state(TOLD, 130, 137)).isEqualTo(first);
        assertThat(state(90, 150, 150)).as("a slow reader gets the latest").isEqualTo(first);
    }

    @Test
    void whoAsksForNothingOrForALaterCommitGetsTheStateOfNow() {
        assertThat(state(0, 130, 137))
                .isNotEqualTo(state(TOLD, 130, 137))
                .isNotEqualTo(state(0, 131, 137))
                .isNotEqualTo(state(0, 130, 138))
                .isEqualTo(state(TOLD + 1, 130, 137));
    }

    @Test
    void whileNothingComesBothAreOne() {
        assertThat(state(0, TOLD, TOLD)).isEqualTo(state(TOLD, TOLD, TOLD));
    }

    @Test
    void whatIsStaleOrMadeAnewIsAnotherState() {
        Object first = state(TOLD, 130, 137);
        assertThat(CurrentAnswerKeys.state(TOLD, now(130, 137, true, null), TOLD))
                .isNotEqualTo(first);
        List<Freshness.Replay> teams = List.of(new Freshness.Replay("teams", 5, 137));
        assertThat(CurrentAnswerKeys.state(TOLD, now(130, 137, false, teams), TOLD))
                .isNotEqualTo(first);
    }
}
