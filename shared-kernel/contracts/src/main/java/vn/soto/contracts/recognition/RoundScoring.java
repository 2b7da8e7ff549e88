package vn.soto.contracts.recognition;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The scores of a round by one version of the rule, from what the ledger says. The same facts, rule and scope always make the same
 * scores, on every machine: whole numbers only.
 */
public record RoundScoring(RoundScope scope, ScoringRule rule, List<CandidateScore> candidates) {

    public RoundScoring {
        candidates = List.copyOf(candidates);
    }

    /** Scores everybody in the scope, in the order of their ids. */
    public static RoundScoring of(ScoringRule rule, RoundScope scope, RoundFacts facts) {
        CandidateScoring scoring = new CandidateScoring(rule, scope, facts);
        return new RoundScoring(
                scope,
                rule,
                facts.candidates(scope).stream().map(scoring::score).toList());
    }

    public Optional<CandidateScore> find(Candidate candidate) {
        return candidates.stream()
                .filter(each -> each.candidate().equals(candidate))
                .findFirst();
    }

    /** The result of the scoring for each candidate, in the order of the candidates. */
    public List<CandidateStanding> standings() {
        return candidates.stream().map(CandidateStanding::of).toList();
    }

    /** The figures that the scoring found for each candidate, in the order of the candidates. */
    public List<ScoreFigures> figures() {
        return candidates.stream().map(ScoreFigures::of).toList();
    }

    /** The same without the items, which are nearly all of its size. */
    public RoundScoring withoutItems() {
        return of(
                rule, scope, candidates.stream().map(CandidateScore::candidate).toList(), figures());
    }

    /** The scores without items that figures give for candidates, by the rule that found them. */
    static RoundScoring of(ScoringRule rule, RoundScope scope, List<Candidate> candidates, List<ScoreFigures> figures) {
        return new RoundScoring(
                scope,
                rule,
                IntStream.range(0, candidates.size())
                        .mapToObj(i -> figures.get(i).score(candidates.get(i), rule))
                        .toList());
    }

    /**
     * The content whose hash a round freezes, as FORMAT.md of this module says.
     *
     * @param commit up to which the ledger was read
     * @param chain  chain hash of that commit
     */
    public ScoreContent content(long commit, String chain) {
        return new ScoreContent(this, commit, chain);
    }
}
