package vn.soto.contracts.recognition;

import java.util.List;

/**
 * The result of a scoring for a candidate.
 *
 * @param score  in thousandths of a point
 * @param failed gates that the candidate does not pass
 */
public record CandidateStanding(Candidate candidate, long score, List<Gate> failed) {

    public CandidateStanding {
        failed = List.copyOf(failed);
    }

    static CandidateStanding of(CandidateScore score) {
        return new CandidateStanding(score.candidate(), score.score(), score.failed());
    }

    public boolean eligible() {
        return failed.isEmpty();
    }
}
