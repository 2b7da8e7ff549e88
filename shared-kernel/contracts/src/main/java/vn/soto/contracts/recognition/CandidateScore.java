package vn.soto.contracts.recognition;

import java.util.List;

/** How one candidate scores: the score is the sum of the criteria's points, in thousandths. */
public record CandidateScore(Candidate candidate, List<GateResult> gates, List<CriterionScore> criteria) {

    public CandidateScore {
        gates = List.copyOf(gates);
        criteria = List.copyOf(criteria);
    }

    public long score() {
        return criteria.stream().mapToLong(CriterionScore::points).sum();
    }

    public boolean eligible() {
        return gates.stream().allMatch(GateResult::passed);
    }

    /** The gates that the candidate does not pass. */
    public List<Gate> failed() {
        return gates.stream()
                .filter(result -> !result.passed())
                .map(GateResult::gate)
                .toList();
    }
}
