package vn.soto.query.recognition;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.recognition.Criterion;
import vn.soto.contracts.recognition.Omission;
import vn.soto.contracts.recognition.RoundId;
import vn.soto.contracts.recognition.ScorePin;
import vn.soto.contracts.training.TrainingId;
import vn.soto.query.subject.Doer;
import vn.soto.query.subject.IdKind;
import vn.soto.query.subject.IdOf;

/**
 * Why a candidate has a score: it is the sum of the criteria's points, in thousandths.
 *
 * @param objectable whether the round takes objections now
 * @param rule   version of the rule that was asked for; that of the pin unless a what-if was
 * @param rank   absent, like {@code group}, if the candidate is not eligible
 * @param margin of the score at 95 %
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CandidateView(
        RoundId round,
        RoundLine about,
        boolean objectable,
        RoundView.Who who,
        int rule,
        ScorePin pin,
        @Nullable Integer rank,
        @Nullable Integer group,
        long score,
        long margin,
        List<RoundView.GateView> gates,
        List<CriterionView> criteria) {

    /**
     * {@code points = most * min(numerator, divisor) / divisor}, rounded down.
     *
     * @param size    count of the divisor before the rule's least number, such as the households assigned
     * @param counted number of items that make the numerator; the pages of the criterion have as many
     */
    record CriterionView(
            @IdOf(IdKind.CRITERION) String criterion,
            String name,
            String formula,
            long numerator,
            long divisor,
            long size,
            long most,
            long points,
            int counted,
            List<OmittedCount> omitted) {}

    record OmittedCount(Omission why, String name, int items) {}

    /**
     * Items of a criterion.
     *
     * @param count of all pages
     * @param sum   of the amounts of all pages: the numerator, or 0 for what is omitted
     * @param next  {@code from} of the next page; absent on the last
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(
            RoundId round,
            RoundView.Who who,
            Criterion criterion,
            int rule,
            ScorePin pin,
            int count,
            long sum,
            List<ItemView> items,
            @Nullable Integer next) {}

    /**
     * @param why absent if the item counts, like {@code name}
     * @param events that say so, oldest first; without those of damaged commits
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ItemView(
            long amount, @Nullable Omission why, @Nullable String name, List<EventView> events) {}

    /** @param assistance absent unless the event is about a record of help; {@code training} and {@code household} likewise */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EventView(
            long position,
            @IdOf(IdKind.COMMIT) long commit,
            String event,
            String name,
            Instant recorded,
            @Doer String who,
            @Nullable AssistanceId assistance,
            @Nullable HouseholdId household,
            @Nullable TrainingId training) {}
}
