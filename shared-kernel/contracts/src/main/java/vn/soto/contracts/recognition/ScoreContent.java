package vn.soto.contracts.recognition;

import vn.soto.contracts.report.CanonicalContent;

/**
 * The scores of a round as bytes, and their hash.
 *
 * @param commit up to which the ledger was read
 * @param chain  chain hash of that commit, 64 hexadecimal digits
 */
public record ScoreContent(RoundScoring scoring, long commit, String chain) {

    public byte[] bytes() {
        return content().bytes();
    }

    /** SHA-256 of the bytes, 64 hexadecimal digits. */
    public String hash() {
        return content().hash();
    }

    private CanonicalContent content() {
        RoundScope scope = scoring.scope();
        return new CanonicalContent("soto/recognition-scores/v1")
                .text(scope.round().value())
                .text(scope.kind().name())
                .text(scope.unit().value())
                .list(
                        scope.quarters(),
                        (to, quarter) -> to.text(quarter.quarter().toString())
                                .text(quarter.firstDay().toString())
                                .text(quarter.lastDay().toString()))
                .list(scope.teams(), (to, team) -> to.text(team.value()))
                .number(scoring.rule().version())
                .number(commit)
                .text(chain)
                .list(scoring.candidates(), ScoreContent::write);
    }

    private static void write(CanonicalContent to, CandidateScore score) {
        to.text(score.candidate().id())
                .list(
                        score.gates(),
                        (list, gate) -> list.text(gate.gate().name())
                                .number(gate.asked())
                                .number(gate.found()))
                .list(score.criteria(), ScoreContent::write);
    }

    private static void write(CanonicalContent to, CriterionScore score) {
        to.text(score.criterion().name())
                .number(score.numerator())
                .number(score.divisor())
                .number(score.size())
                .number(score.most())
                .number(score.points())
                .list(
                        score.counted(),
                        (list, item) -> list.number(item.amount()).list(item.positions(), CanonicalContent::number))
                .list(
                        score.omitted(),
                        (list, item) -> list.text(item.why().name()).list(item.positions(), CanonicalContent::number));
    }
}
