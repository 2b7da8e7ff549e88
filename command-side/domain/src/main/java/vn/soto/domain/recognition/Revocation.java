package vn.soto.domain.recognition;

import static vn.soto.domain.recognition.RecognitionRule.CANDIDATE_IS_SCORED;
import static vn.soto.domain.recognition.RecognitionRule.FIGURE_IS_OF_THE_RULE;
import static vn.soto.domain.recognition.RecognitionRule.REVOCATION_NAMES_A_FIGURE;
import static vn.soto.domain.recognition.RecognitionRule.REVOKED_FIGURE_PROVED_FALSE;

import java.util.List;
import vn.soto.contracts.recognition.Candidate;
import vn.soto.contracts.recognition.CandidateScore;
import vn.soto.contracts.recognition.Criterion;
import vn.soto.contracts.recognition.CriterionScore;
import vn.soto.contracts.recognition.FalseFigure;
import vn.soto.contracts.recognition.RecognitionRoundEvent.HonourRevoked;
import vn.soto.contracts.recognition.RecognitionRoundEvent.RoundOpened;
import vn.soto.contracts.recognition.RecognitionRoundEvent.RoundScored;
import vn.soto.contracts.recognition.RoundScoring;
import vn.soto.contracts.recognition.ScorePin;
import vn.soto.domain.recognition.RecognitionCommand.RevokeHonour;
import vn.soto.domain.shared.ReportFigures;
import vn.soto.domain.shared.ReportFigures.Pin;

/** Compares the scores of a decision with those that the ledger gives now, by the rule, the teams and the period of the decision. */
record Revocation(RoundOpened opened, RoundScored scored, ReportFigures figures) {

    HonourRevoked of(RevokeHonour command) {
        REVOCATION_NAMES_A_FIGURE.require(!command.figures().isEmpty());
        PresentScoring scores = new PresentScoring(opened, scored, scored.teams(), figures);
        PresentScoring.PinnedScoring present = scores.now();
        Pin now = present.pin();
        CandidateScore before = of(command.candidate(), scores.frozen());
        CandidateScore after = of(command.candidate(), present.scoring());
        List<FalseFigure> found = command.figures().stream()
                .map(criterion -> new FalseFigure(criterion, points(criterion, before), points(criterion, after)))
                .toList();
        found.forEach(figure -> REVOKED_FIGURE_PROVED_FALSE.require(
                figure.present() < figure.decided(), figure.criterion().name()));
        return new HonourRevoked(
                opened.round(),
                opened.unit(),
                command.candidate(),
                found,
                scored.pin(),
                new ScorePin(
                        scored.pin().rule(),
                        now.number(),
                        now.chain(),
                        present.scoring().content(now.number(), now.chain()).hash()));
    }

    private static CandidateScore of(Candidate candidate, RoundScoring scoring) {
        return scoring.find(candidate).orElseThrow(() -> CANDIDATE_IS_SCORED.refused(candidate.id()));
    }

    private static long points(Criterion criterion, CandidateScore score) {
        return score.criteria().stream()
                .filter(each -> each.criterion() == criterion)
                .mapToLong(CriterionScore::points)
                .findFirst()
                .orElseThrow(() -> FIGURE_IS_OF_THE_RULE.refused(criterion.name()));
    }
}
