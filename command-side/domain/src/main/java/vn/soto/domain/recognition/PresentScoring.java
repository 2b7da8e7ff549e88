package vn.soto.domain.recognition;

import org.jspecify.annotations.Nullable;
import vn.soto.contracts.recognition.DisplacedCandidates;
import vn.soto.contracts.recognition.RecognitionRoundEvent.RoundOpened;
import vn.soto.contracts.recognition.RecognitionRoundEvent.RoundScored;
import vn.soto.contracts.recognition.RoundScoring;
import vn.soto.contracts.recognition.ScoringRules;
import vn.soto.domain.report.ReportFigures;
import vn.soto.domain.report.ReportFigures.Pin;
import vn.soto.domain.shared.FreeText;

/** What the ledger gives for a scoring that was made before, by its rule, its teams and its period. */
record PresentScoring(RoundOpened opened, RoundScored scored, ReportFigures figures) {

    /** @param pin of the last commit */
    record PinnedScoring(RoundScoring scoring, Pin pin) {}

    PinnedScoring now() {
        Pin pin = figures.pin();
        return new PinnedScoring(at(pin.number()), pin);
    }

    /** The scores that the round has frozen. */
    RoundScoring frozen() {
        return at(scored.pin().commit());
    }

    private RoundScoring at(long commit) {
        return RoundScoring.of(
                ScoringRules.get(scored.pin().rule()),
                opened.scope(scored.teams()),
                figures.recorded(scored.teams(), commit));
    }

    /**
     * Scores whose places or gates the ledger does not give any more are gone by for a reason alone.
     *
     * @param rule that asks for it
     */
    void check(@Nullable String reason, RecognitionRule rule) {
        if (reason != null) {
            FreeText.checkReason(reason);
            return;
        }
        int displaced = DisplacedCandidates.between(
                        scored.standings(), now().scoring().standings())
                .size();
        rule.require(displaced == 0, displaced);
    }
}
