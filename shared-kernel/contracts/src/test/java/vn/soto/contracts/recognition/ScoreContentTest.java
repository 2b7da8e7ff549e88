package vn.soto.contracts.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterDays;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;

/** The content whose hash a round freezes, against the vectors of FORMAT.md. */
final class ScoreContentTest {

    private static final ResourceBundle VECTORS = ResourceBundle.getBundle("vectors.recognition-scores");

    private static final RoundScope SCOPE = new RoundScope(
            new RoundId("019a0000-0000-7000-8000-0000000000aa"),
            RoundKind.INDIVIDUAL,
            new UnitId("u-1"),
            List.of(
                    new QuarterDays(new Quarter(2026, 3), LocalDate.of(2026, 7, 1), LocalDate.of(2026, 9, 14)),
                    new QuarterDays(new Quarter(2026, 4), LocalDate.of(2026, 9, 15), LocalDate.of(2026, 12, 14))),
            List.of(new TeamId("t-1"), new TeamId("t-2")));

    private static final CandidateScore FIRST = new CandidateScore(
            new Candidate(RoundKind.INDIVIDUAL, "m-1"),
            List.of(new GateResult(Gate.MONTHS_OF_MEMBERSHIP, 3, 12), new GateResult(Gate.DENIED_RECORDS, 0, 1)),
            List.of(new CriterionScore(
                    Criterion.HOUSEHOLDS_HELPED,
                    1_800,
                    50_000,
                    31,
                    40_000,
                    1_440,
                    List.of(new CountedItem(1_000, List.of(1L, 4_294_967_296L)), new CountedItem(800, List.of(3L))),
                    List.of(new OmittedItem(Omission.DAY_CAP, List.of(5L))))));

    private static final CandidateScore SECOND =
            new CandidateScore(new Candidate(RoundKind.INDIVIDUAL, "m-2"), List.of(), List.of());

    private static void assertVector(String name, ScoreContent content) {
        assertThat(HexFormat.of().formatHex(content.bytes())).isEqualTo(VECTORS.getString(name + ".bytes"));
        assertThat(content.hash()).isEqualTo(VECTORS.getString(name + ".hash"));
    }

    @Test
    void isEncodedAndHashedAsTheFormatSays() {
        assertVector(
                "full",
                new RoundScoring(SCOPE, ScoringRules.get(2), List.of(FIRST, SECOND))
                        .content(1_234_567_890_123L, "ab".repeat(32)));
        assertVector("least", new RoundScoring(SCOPE, ScoringRules.get(1), List.of()).content(7, "00".repeat(32)));
    }
}
