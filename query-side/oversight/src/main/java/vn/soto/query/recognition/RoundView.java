package vn.soto.query.recognition;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.recognition.Candidate;
import vn.soto.contracts.recognition.Criterion;
import vn.soto.contracts.recognition.FalseFigure;
import vn.soto.contracts.recognition.Gate;
import vn.soto.contracts.recognition.ScorePin;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.query.period.UnitPeriods.OtherDays;
import vn.soto.query.subject.Doer;
import vn.soto.query.subject.IdKind;
import vn.soto.query.subject.IdOf;

/**
 * A round with everybody whom it scored. Points are in thousandths.
 *
 * @param ranked   eligible, the highest score first
 * @param excluded not eligible, each with the conditions that are not met
 * @param proposed nominated while the round is not scored
 * @param places   of the decision, in its order
 * @param otherDays  those of the calendar quarters, or of the reporting periods for a round of calendar quarters; absent if they are the
 *     same
 * @param departures the steps for which somebody stated why they go by the frozen scores, in their order
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RoundView(
        RoundLine about,
        List<Rank> ranked,
        List<Excluded> excluded,
        List<Who> proposed,
        List<ObjectionView> objections,
        List<PlaceView> places,
        @Nullable OtherDays otherDays,
        List<Departure> departures) {

    /** The steps that were taken by scores that the ledger no longer gave. */
    enum Step {
        DECISION,
        PUBLICATION
    }

    /**
     * A reason why a decision or a publication went by the frozen scores.
     *
     * @param commit of the step; {@code moves} compares the frozen scores with those of the commit before it
     * @param why    label of the reason, or its words in an older ledger; {@code whyText} its words, or why they are not shown
     * @param moves  of those whose scores differed then
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Departure(
            Step step,
            @IdOf(IdKind.COMMIT) long commit,
            Instant at,
            @Doer String by,
            String why,
            @Nullable String whyText,
            List<ScoreMove> moves) {}

    /**
     * A member or a team.
     *
     * @param candidate {@code member:<id>} or {@code team:<id>}, by which the score is asked for; absent for one whom the round did
     *                  not score
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Who(
            @IdOf(IdKind.CANDIDATE) @Nullable String candidate,
            @Nullable MemberId member,
            @Nullable TeamId team) {

        static Who of(Candidate candidate) {
            return made(candidate, CandidateText.of(candidate));
        }

        static Who unscored(Candidate candidate) {
            return made(candidate, null);
        }

        private static Who made(Candidate candidate, @Nullable String address) {
            return new Who(
                    address, candidate.member().orElse(null), candidate.team().orElse(null));
        }
    }

    record Points(Criterion criterion, long points, long most) {}

    /**
     * @param rank   equal for equal scores
     * @param group  equal for those who do not differ statistically from the first of the group
     * @param margin of the score at 95 %
     */
    record Rank(Who who, int rank, int group, long score, long margin, List<Points> points, boolean nominated) {}

    /** @param asked number that the rule asks for, {@code found} what the ledger gives */
    record GateView(Gate gate, String name, long asked, long found, boolean passed) {}

    record Excluded(Who who, long score, List<GateView> gates, boolean nominated) {}

    /**
     * @param figure  name of a criterion or a condition
     * @param why     words of who objected, or why they are not shown; {@code answerWhy} likewise
     * @param upheld  absent, like the answer, while the objection is open
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ObjectionView(
            int number,
            Who who,
            String figure,
            Instant at,
            @Doer String by,
            @Nullable String why,
            @Nullable String whyText,
            @Nullable Boolean upheld,
            @Nullable Instant answeredAt,
            @Doer @Nullable String answeredBy,
            @Nullable String answerWhy,
            @Nullable String answerText) {}

    /**
     * @param reason    why the place leaves the order of the scores; absent where it does not
     * @param published whether it was opened to everybody
     * @param consented whether the person agrees to being named; absent for a team, which is not asked
     * @param revoked   absent while the honour is in force
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PlaceView(
            int place,
            Who who,
            long score,
            @Nullable String reason,
            boolean published,
            @Nullable Boolean consented,
            @Nullable Revoked revoked) {}

    /** @param present scores at the revocation: the evidence */
    record Revoked(List<FalseFigure> figures, ScorePin decided, ScorePin present) {}
}
