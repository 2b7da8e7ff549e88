package vn.soto.contracts.recognition;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The candidates that two scorings of one round rank differently, or find short of other gates. Equal scores are one
 * rank.
 */
public final class DisplacedCandidates {

    private DisplacedCandidates() {}

    /** In the order of the candidates; one who is in one scoring alone counts if eligible there. */
    public static List<Candidate> between(Collection<CandidateStanding> before, Collection<CandidateStanding> after) {
        Map<Candidate, CandidateStanding> first = byCandidate(before);
        Map<Candidate, CandidateStanding> second = byCandidate(after);
        TreeSet<Candidate> all = new TreeSet<>(first.keySet());
        all.addAll(second.keySet());
        List<Candidate> displaced = new ArrayList<>();
        for (Candidate candidate : all) {
            CandidateStanding then = first.get(candidate);
            CandidateStanding now = second.get(candidate);
            boolean otherGates = then != null && now != null && !then.failed().equals(now.failed());
            if (otherGates || rank(then, before) != rank(now, after)) {
                displaced.add(candidate);
            }
        }
        return List.copyOf(displaced);
    }

    private static Map<Candidate, CandidateStanding> byCandidate(Collection<CandidateStanding> standings) {
        Map<Candidate, CandidateStanding> by = new HashMap<>();
        standings.forEach(standing -> by.put(standing.candidate(), standing));
        return by;
    }

    /** 0 without a rank. */
    private static long rank(@Nullable CandidateStanding of, Collection<CandidateStanding> standings) {
        return of == null || !of.eligible()
                ? 0
                : 1
                        + standings.stream()
                                .filter(other -> other.eligible() && other.score() > of.score())
                                .count();
    }
}
