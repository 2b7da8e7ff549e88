package vn.soto.query.recognition;

import java.time.LocalDate;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.soto.query.link.RefusedQueries;
import vn.soto.query.problem.QueryProblemException;
import vn.soto.query.subject.IdKind;

/** A round that is not scored has no other scores to compare with. */
@Component
record UnscoredRounds(Rounds rounds) implements RefusedQueries {

    private static final Set<String> OF_SCORES =
            Set.of("/api/recognition-rounds/{round}/what-if", "/api/recognition-rounds/{round}/present-scores");

    @Override
    public IdKind kind() {
        return IdKind.ROUND;
    }

    @Override
    public Set<String> about(String id, LocalDate day, long asOf) {
        try {
            return rounds.get(id, asOf).scored().isPresent() ? Set.of() : OF_SCORES;
        } catch (QueryProblemException e) {
            return OF_SCORES;
        }
    }
}
