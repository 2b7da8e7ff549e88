package vn.soto.query.recognition;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.soto.contracts.recognition.Candidate;
import vn.soto.contracts.recognition.CandidateScore;
import vn.soto.contracts.recognition.HonourPlace;
import vn.soto.contracts.recognition.Ranking;
import vn.soto.contracts.recognition.RecognitionRoundEvent.RoundScored;
import vn.soto.contracts.recognition.RoundFacts;
import vn.soto.contracts.recognition.RoundScoring;
import vn.soto.contracts.recognition.ScoringRules;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;

/**
 * The scores that the ledger gives as of a commit for rounds that were scored before, by their rule, teams and period.
 * A revocation compares a decision with them. A round itself keeps the scores that it pins.
 */
@Component
public record PresentScores(Rounds rounds, ScoresRead scores, TeamsOfRound teams) {

    /** Of the teams of a round: they are read to be scored. */
    private static final int MOST_EVENTS = 100_000;

    /**
     * A round that was scored.
     *
     * @param stage  stage of the round
     * @param scores by candidate, {@code member:<id>} or {@code team:<id>}
     */
    public record PresentRound(UnitId unit, RoundState.Stage stage, SortedMap<String, PresentScore> scores) {

        /** Number of candidates to whom the ledger gives other points than the round. */
        public int differing() {
            return (int) scores.values().stream()
                    .filter(score -> score.scored() == null || score.scored() != score.points())
                    .count();
        }
    }

    /**
     * @param member   absent for a team
     * @param team     absent for a member
     * @param honoured whether the decision honours the candidate, and was not revoked
     * @param scored   points in the scores of the round, in thousandths; absent for a candidate who was none then
     * @param points   those that the ledger gives
     * @param rank     by these; absent if not eligible
     */
    public record PresentScore(
            @Nullable MemberId member,
            @Nullable TeamId team,
            boolean honoured,
            @Nullable Long scored,
            long points,
            @Nullable Integer rank) {}

    /**
     * The rounds that there are as of a commit.
     *
     * @param more whether some were left out, because their teams have too many events
     */
    public record PresentRounds(Map<String, PresentRound> rounds, boolean more) {}

    /** The rounds of units that scored one of the teams, or would today, the latest period first. */
    public List<String> of(Collection<String> units, Set<String> touched, LocalDate today, long asOf) {
        return rounds.in(units, asOf).stream()
                .filter(round -> round.scored().stream()
                        .flatMap(scored ->
                                Stream.concat(scored.teams().stream(), teams.of(round.opened(), today, asOf).stream()))
                        .anyMatch(team -> touched.contains(team.value())))
                .sorted(Comparator.comparing(
                        (RoundState round) -> round.opened().scope(List.of()).lastDay(), Comparator.reverseOrder()))
                .map(round -> round.opened().round().value())
                .toList();
    }

    /** By the scores that a scoring of today would give. */
    public PresentRounds of(List<String> asked, LocalDate today, long asOf) {
        Map<String, PresentRound> found = new LinkedHashMap<>();
        Map<List<TeamId>, Optional<RoundFacts>> read = new HashMap<>();
        boolean more = false;
        for (String round : asked) {
            Optional<RoundState> state = rounds.find(round, asOf);
            Optional<RoundScored> scored = state.flatMap(RoundState::scored);
            if (state.isPresent() && scored.isPresent()) {
                List<TeamId> there = teams.of(state.get().opened(), today, asOf);
                Optional<RoundFacts> facts = read.computeIfAbsent(there, each -> scores.facts(each, asOf, MOST_EVENTS));
                facts.ifPresent(known -> found.put(round, present(state.get(), scored.get(), there, known)));
                more |= facts.isEmpty();
            }
        }
        return new PresentRounds(found, more);
    }

    private static PresentRound present(RoundState state, RoundScored scored, List<TeamId> there, RoundFacts facts) {
        RoundScoring scoring = RoundScoring.of(
                ScoringRules.get(scored.pin().rule()), state.opened().scope(there), facts);
        Ranking ranking = Ranking.of(scoring);
        Map<Candidate, Long> before = new HashMap<>();
        scored.standings().forEach(standing -> before.put(standing.candidate(), standing.score()));
        SortedMap<String, PresentScore> all = new TreeMap<>();
        for (CandidateScore score : scoring.candidates()) {
            Candidate candidate = score.candidate();
            RoundView.Who who = RoundView.Who.of(candidate);
            all.put(
                    CandidateText.of(candidate),
                    new PresentScore(
                            who.member(),
                            who.team(),
                            isHonoured(state, candidate),
                            before.get(candidate),
                            score.score(),
                            rank(ranking.rank(candidate))));
        }
        return new PresentRound(state.opened().unit(), state.stage(), all);
    }

    private static boolean isHonoured(RoundState state, Candidate candidate) {
        return state.places().stream().map(HonourPlace::candidate).anyMatch(candidate::equals)
                && state.revocation(candidate).isEmpty();
    }

    private static @Nullable Integer rank(OptionalInt rank) {
        return rank.isPresent() ? (Integer) rank.getAsInt() : null;
    }
}
