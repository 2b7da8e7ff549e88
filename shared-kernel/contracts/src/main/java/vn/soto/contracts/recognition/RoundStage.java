package vn.soto.contracts.recognition;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.shared.StateRefusals;

/**
 * The progress of a round of recognition, which decides which commands are possible.
 *
 * @param individual    whether it is about persons
 * @param nominated     number of candidates
 * @param open          number of open objections
 * @param behind        whether an objection was upheld since the last scoring
 * @param lastDay       of the period that is scored
 * @param decidableFrom first day of a decision; absent before the first scoring
 */
public record RoundStage(
        boolean individual,
        boolean cancelled,
        boolean decided,
        int nominated,
        int open,
        boolean behind,
        Honours honours,
        LocalDate lastDay,
        @Nullable LocalDate decidableFrom) {

    /**
     * @param inForce     number of honours in force
     * @param consents    number of consents to publication
     * @param unconsented whether somebody honoured has not consented
     * @param publishable whether an honour can be published that is not
     */
    public record Honours(int inForce, int consents, boolean unconsented, boolean publishable) {}

    private static final String DECIDE = "decide-recognition-round";

    public boolean isScored() {
        return decidableFrom != null;
    }

    /** The time for objections is over; never before the first scoring. */
    public boolean isDecidable(LocalDate today) {
        return decidableFrom != null && !today.isBefore(decidableFrom);
    }

    public boolean hasEnded(LocalDate today) {
        return today.isAfter(lastDay);
    }

    /** @param others whether an open objection was made by somebody else than the sender */
    public StateRefusals refusals(LocalDate today, boolean others) {
        StateRefusals refusals = scoring(today)
                .unless(nominated > 0, "CANDIDATE_IS_NOMINATED", "withdraw-nomination")
                .unless(open > 0, "OBJECTION_IS_OPEN", "answer-objection")
                .until(others, "WHO_ANSWERS_IS_NOT_WHO_OBJECTED", List.of(), "answer-objection")
                .unless(isScored(), "ROUND_IS_SCORED", "object-to-score", DECIDE);
        if (decidableFrom != null) {
            refusals.until(isDecidable(today), "DECISION_WAITS_FOR_OBJECTIONS", List.of(decidableFrom), DECIDE);
        }
        return honoured(refusals.until(open == 0, "OBJECTIONS_ARE_ANSWERED", List.of(open), DECIDE)
                .until(!behind, "SCORES_FOLLOW_UPHELD_OBJECTIONS", List.of(), DECIDE));
    }

    private StateRefusals scoring(LocalDate today) {
        String[] whileOpen = {
            "cancel-recognition-round",
            "nominate-candidate",
            "withdraw-nomination",
            "score-recognition-round",
            "object-to-score",
            "answer-objection",
            DECIDE
        };
        return new StateRefusals()
                .unless(!cancelled, "ROUND_IS_NOT_CANCELLED", whileOpen)
                .unless(!decided, "ROUND_IS_NOT_DECIDED", whileOpen)
                .until(hasEnded(today), "PERIOD_OF_THE_ROUND_HAS_ENDED", List.of(lastDay), "score-recognition-round");
    }

    private StateRefusals honoured(StateRefusals refusals) {
        String[] afterwards = {"record-publication-consent", "publish-honours", "revoke-honour"};
        return refusals.unless(decided, "ROUND_IS_DECIDED", afterwards)
                .unless(honours.inForce > 0, "CANDIDATE_IS_HONOURED", afterwards)
                .unless(individual, "TEAM_NEEDS_NO_CONSENT", "record-publication-consent")
                .unless(honours.unconsented, "CONSENT_TO_PUBLICATION_IS_RECORDED_ONCE", "record-publication-consent")
                .unless(honours.publishable, "HONOUR_IS_PUBLISHED_ONCE", "publish-honours")
                .unless(honours.consents > 0, "CONSENT_TO_PUBLICATION_IS_IN_FORCE", "withdraw-publication-consent");
    }
}
