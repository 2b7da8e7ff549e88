package vn.soto.domain.recognition;

import static vn.soto.domain.recognition.RecognitionRule.REASON_IS_ABOUT_THE_SCORES_OF_TODAY;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.recognition.CandidateStanding;
import vn.soto.contracts.recognition.DisplacedCandidates;
import vn.soto.contracts.recognition.RecognitionRoundEvent.RoundOpened;
import vn.soto.contracts.recognition.RecognitionRoundEvent.RoundScored;
import vn.soto.contracts.recognition.RoundScoring;
import vn.soto.contracts.recognition.ScoringRules;
import vn.soto.contracts.team.TeamId;
import vn.soto.domain.shared.ReportFigures;
import vn.soto.domain.shared.ReportFigures.Pin;

/**
 * The result that the ledger gives today for an earlier scoring, by its rule and its period.
 *
 * @param teams that are scored: those of the scoring, or those that a new one would take
 */
record PresentScoring(RoundOpened opened, RoundScored scored, List<TeamId> teams, ReportFigures figures) {

    /** @param pin of the last commit */
    record PinnedScoring(RoundScoring scoring, Pin pin) {}

    /** The decision conflicts with what is recorded of the teams after it. */
    PinnedScoring now() {
        Pin pin = figures.pin();
        RoundScoring scoring = at(teams, pin.number());
        figures.restOn(teams, pin);
        return new PinnedScoring(scoring, pin);
    }

    /** The scores that the round has frozen. */
    RoundScoring frozen() {
        return at(scored.teams(), scored.pin().commit());
    }

    private RoundScoring at(List<TeamId> of, long commit) {
        return RoundScoring.of(ScoringRules.get(scored.pin().rule()), opened.scope(of), figures.recorded(of, commit));
    }

    /**
     * If the ledger no longer gives the places or gates of the scores, they are passed over only with a reason. The
     * reason is about the places and gates of today.
     *
     * @param comparedAt commit as of which the sender has seen those
     * @param rule       that asks for the reason
     */
    void check(@Nullable String reason, @Nullable Long comparedAt, RecognitionRule rule) {
        PinnedScoring now = now();
        int displaced = displaced(scored.standings(), now);
        if (displaced > 0) {
            rule.require(reason != null, displaced);
            REASON_IS_ABOUT_THE_SCORES_OF_TODAY.require(
                    comparedAt != null && isStill(comparedAt, now), now.pin().number());
        }
    }

    /** A dry run knows no number of the last commit. */
    private boolean isStill(long seen, PinnedScoring now) {
        long last = now.pin().number();
        return seen > 0
                && (last == 0 || seen <= last)
                && displaced(at(teams, seen).standings(), now) == 0;
    }

    private static int displaced(List<CandidateStanding> before, PinnedScoring now) {
        return DisplacedCandidates.between(before, now.scoring().standings()).size();
    }
}
