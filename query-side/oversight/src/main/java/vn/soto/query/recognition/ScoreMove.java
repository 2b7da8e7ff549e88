package vn.soto.query.recognition;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.recognition.Criterion;
import vn.soto.contracts.recognition.Gate;

/**
 * A candidate in two scorings of a round.
 *
 * @param before      rank in the first; absent, like {@code after}, if not eligible
 * @param scoreBefore absent, like {@code scoreAfter}, for somebody who is no candidate in that scoring
 * @param gained      gates that only the first fails, {@code lost} those that only the second fails
 * @param displaced   whether rank or gates differ
 * @param why         criteria whose points differ
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ScoreMove(
        RoundView.Who who,
        @Nullable Integer before,
        @Nullable Integer after,
        @Nullable Long scoreBefore,
        @Nullable Long scoreAfter,
        List<Gate> gained,
        List<Gate> lost,
        boolean displaced,
        List<Change> why) {

    /** @param countedBefore number of items that count in the first scoring; {@code countedAfter} in the second */
    record Change(Criterion criterion, long before, long after, int countedBefore, int countedAfter) {}

    boolean differs() {
        return displaced || !why.isEmpty() || scoreBefore == null || scoreAfter == null;
    }
}
