package vn.soto.query.recognition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.recognition.CandidateScore;
import vn.soto.contracts.recognition.CriterionScore;
import vn.soto.contracts.recognition.Gate;
import vn.soto.contracts.recognition.Ranking;

/** Compares the scores of a round by two versions of the rule. */
final class WhatIfViews {

    private WhatIfViews() {}

    static WhatIfView compare(CandidateViews.Scores before, CandidateViews.Scores after) {
        Ranking first = Ranking.of(before.scoring());
        Ranking second = Ranking.of(after.scoring());
        List<WhatIfView.Move> moves = before.scoring().candidates().stream()
                .map(score -> move(score, after.of(score.candidate()), first, second))
                .sorted(Comparator.comparing(
                                WhatIfView.Move::after, Comparator.nullsLast(Comparator.<Integer>naturalOrder()))
                        .thenComparing(move -> Objects.requireNonNullElse(
                                move.who().member(),
                                Objects.requireNonNullElse(move.who().team(), ""))))
                .toList();
        return new WhatIfView(
                before.scope().round().value(),
                after.scoring().rule().version(),
                before.scored().pin(),
                (int) moves.stream()
                        .filter(move -> !Objects.equals(move.before(), move.after()))
                        .count(),
                moves);
    }

    private static WhatIfView.Move move(CandidateScore before, CandidateScore after, Ranking first, Ranking second) {
        return new WhatIfView.Move(
                RoundView.Who.of(before.candidate()),
                rank(first.rank(before.candidate())),
                rank(second.rank(before.candidate())),
                before.score(),
                after.score(),
                without(before.failed(), after.failed()),
                without(after.failed(), before.failed()),
                changes(before, after));
    }

    private static @Nullable Integer rank(OptionalInt rank) {
        return rank.isPresent() ? (Integer) rank.getAsInt() : null;
    }

    private static List<Gate> without(List<Gate> gates, List<Gate> others) {
        return gates.stream().filter(gate -> !others.contains(gate)).toList();
    }

    private static List<WhatIfView.Change> changes(CandidateScore before, CandidateScore after) {
        List<WhatIfView.Change> changes = new ArrayList<>();
        for (CriterionScore each : before.criteria()) {
            after.criteria().stream()
                    .filter(other -> other.criterion() == each.criterion() && other.points() != each.points())
                    .forEach(other -> changes.add(new WhatIfView.Change(
                            each.criterion(),
                            each.points(),
                            other.points(),
                            each.counted().size(),
                            other.counted().size())));
        }
        return changes;
    }
}
