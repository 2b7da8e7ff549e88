package vn.soto.query.recognition;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.recognition.Criterion;
import vn.soto.contracts.recognition.Gate;
import vn.soto.contracts.recognition.ScorePin;

/**
 * The same round, from the same commit, under another version of the rule. Nothing is stored by asking.
 *
 * @param rule  version that was asked for
 * @param pin   of the round's scores
 * @param moved number of candidates whose rank or eligibility changes
 */
record WhatIfView(String round, int rule, ScorePin pin, int moved, List<Move> moves) {

    /**
     * @param before rank by the round's rule; absent, like {@code after}, if not eligible
     * @param gained gates that only the round's rule fails, {@code lost} those that only the other one fails
     * @param why    criteria whose points change
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Move(
            RoundView.Who who,
            @Nullable Integer before,
            @Nullable Integer after,
            long scoreBefore,
            long scoreAfter,
            List<Gate> gained,
            List<Gate> lost,
            List<Change> why) {}

    /** @param countedBefore number of items that count by the round's rule; {@code countedAfter} by the other */
    record Change(Criterion criterion, long before, long after, int countedBefore, int countedAfter) {}
}
