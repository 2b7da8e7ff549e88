package vn.soto.contracts.recognition;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The figures that a scoring found for one candidate. With the rule they are all of a score except the counted events.
 *
 * @param gates    of each condition of the rule, in its order: what is asked for, what was found
 * @param criteria of each criterion of the rule, in its order: numerator, divisor, size
 */
public record ScoreFigures(List<Long> gates, List<Long> criteria) {

    private static final int OF_GATE = 2;
    private static final int OF_CRITERION = 3;

    public ScoreFigures {
        gates = List.copyOf(gates);
        criteria = List.copyOf(criteria);
    }

    static ScoreFigures of(CandidateScore score) {
        return new ScoreFigures(
                score.gates().stream()
                        .flatMap(gate -> Stream.of(gate.asked(), gate.found()))
                        .toList(),
                score.criteria().stream()
                        .flatMap(each -> Stream.of(each.numerator(), each.divisor(), each.size()))
                        .toList());
    }

    /** The score by the rule that found them, without items. */
    CandidateScore score(Candidate candidate, ScoringRule rule) {
        List<GateResult> results = new ArrayList<>();
        for (int i = 0; i < rule.gates().size(); i++) {
            int at = i * OF_GATE;
            results.add(new GateResult(rule.gates().get(i).gate(), gates.get(at), gates.get(at + 1)));
        }
        List<CriterionScore> scores = new ArrayList<>();
        for (int i = 0; i < rule.weights().size(); i++) {
            List<Long> found = criteria.subList(i * OF_CRITERION, (i + 1) * OF_CRITERION);
            scores.add(CriterionScore.withoutItems(
                    rule.weights().get(i), found.getFirst(), found.get(1), found.getLast()));
        }
        return new CandidateScore(candidate, results, scores);
    }
}
