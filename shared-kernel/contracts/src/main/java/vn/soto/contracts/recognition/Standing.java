package vn.soto.contracts.recognition;

import java.util.List;

/**
 * What a scoring says of a candidate.
 *
 * @param score  in thousandths of a point
 * @param failed gates that the candidate does not pass
 */
public record Standing(Candidate candidate, long score, List<Gate> failed) {

    public Standing {
        failed = List.copyOf(failed);
    }

    static Standing of(CandidateScore score) {
        return new Standing(score.candidate(), score.score(), score.failed());
    }

    public boolean eligible() {
        return failed.isEmpty();
    }
}
