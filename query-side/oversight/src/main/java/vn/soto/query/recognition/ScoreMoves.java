package vn.soto.query.recognition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.recognition.Candidate;
import vn.soto.contracts.recognition.CandidateScore;
import vn.soto.contracts.recognition.CriterionScore;
import vn.soto.contracts.recognition.DisplacedCandidates;
import vn.soto.contracts.recognition.Gate;
import vn.soto.contracts.recognition.Ranking;
import vn.soto.contracts.recognition.RoundScoring;

/** Compares two scorings of a round. */
record ScoreMoves(RoundScoring before, RoundScoring after) {

    /** Of everybody, those first whom the second scoring ranks first. */
    List<ScoreMove> all() {
        Ranking first = Ranking.of(before);
        Ranking second = Ranking.of(after);
        Set<Candidate> displaced = Set.copyOf(DisplacedCandidates.between(before.standings(), after.standings()));
        TreeSet<Candidate> candidates = new TreeSet<>();
        before.candidates().forEach(score -> candidates.add(score.candidate()));
        after.candidates().forEach(score -> candidates.add(score.candidate()));
        return candidates.stream()
                .map(each -> move(each, first.rank(each), second.rank(each), displaced.contains(each)))
                .sorted(Comparator.comparing(
                        ScoreMove::after, Comparator.nullsLast(Comparator.<Integer>naturalOrder())))
                .toList();
    }

    static int moved(List<ScoreMove> moves) {
        return (int) moves.stream().filter(ScoreMove::displaced).count();
    }

    private ScoreMove move(Candidate candidate, OptionalInt first, OptionalInt second, boolean displaced) {
        Optional<CandidateScore> then = before.find(candidate);
        Optional<CandidateScore> now = after.find(candidate);
        List<Gate> failedThen = then.map(CandidateScore::failed).orElse(List.of());
        List<Gate> failedNow = now.map(CandidateScore::failed).orElse(List.of());
        return new ScoreMove(
                then.isPresent() ? RoundView.Who.of(candidate) : RoundView.Who.unscored(candidate),
                rank(first),
                rank(second),
                score(then),
                score(now),
                without(failedThen, failedNow),
                without(failedNow, failedThen),
                displaced,
                then.isPresent() && now.isPresent() ? changes(then.get(), now.get()) : List.of());
    }

    private static @Nullable Integer rank(OptionalInt rank) {
        return rank.isPresent() ? (Integer) rank.getAsInt() : null;
    }

    private static @Nullable Long score(Optional<CandidateScore> score) {
        return score.isPresent() ? (Long) score.get().score() : null;
    }

    private static List<Gate> without(List<Gate> gates, List<Gate> others) {
        return gates.stream().filter(gate -> !others.contains(gate)).toList();
    }

    private static List<ScoreMove.Change> changes(CandidateScore before, CandidateScore after) {
        List<ScoreMove.Change> changes = new ArrayList<>();
        for (CriterionScore each : before.criteria()) {
            after.criteria().stream()
                    .filter(other -> other.criterion() == each.criterion() && other.points() != each.points())
                    .forEach(other -> changes.add(new ScoreMove.Change(
                            each.criterion(),
                            each.points(),
                            other.points(),
                            each.counted().size(),
                            other.counted().size())));
        }
        return changes;
    }
}
