package vn.soto.query.recognition;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import vn.soto.contracts.recognition.CandidateScore;
import vn.soto.contracts.recognition.HonourPlace;
import vn.soto.contracts.recognition.Ranking;
import vn.soto.contracts.recognition.RecognitionRoundEvent.RoundScored;
import vn.soto.contracts.recognition.RoundKind;
import vn.soto.contracts.recognition.RoundScope;
import vn.soto.contracts.recognition.RoundScoring;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.team.TeamId;
import vn.soto.ledger.Commit;
import vn.soto.query.event.EventLoader.Body;
import vn.soto.query.period.UnitPeriods;
import vn.soto.query.person.CommitReasons;

/** Makes the view of a round. */
@Component
record RoundViews(ScoresRead scores, TeamsOfRound teams, CommitReasons reasons, UnitPeriods periods) {

    RoundView of(RoundState state, Locale language, long asOf) {
        Optional<Ranking> ranking = state.scored()
                .map(scored -> frozen(scored, scope(state, scored)))
                .map(Ranking::of);
        return new RoundView(
                RoundLine.of(state),
                ranking.map(found -> found.ranked().stream()
                                .map(ranked -> rank(ranked, state))
                                .toList())
                        .orElse(List.of()),
                ranking.map(found -> found.excluded().stream()
                                .map(score -> excluded(score, state, language))
                                .toList())
                        .orElse(List.of()),
                ranking.isPresent()
                        ? List.of()
                        : state.nominated().stream().map(RoundView.Who::of).toList(),
                state.objections().stream()
                        .map(objection -> objection(objection, language))
                        .toList(),
                places(state),
                periods.beside(state.opened().unit().value(), state.opened().quarters(), asOf)
                        .orElse(null),
                departures(state, language));
    }

    /** As the scoring recorded them, or else made again. */
    private RoundScoring frozen(RoundScored scored, RoundScope scope) {
        return scored.scoring(scope).orElseGet(() -> scores.frozen(scope, scored.pin()));
    }

    private static RoundScope scope(RoundState state, RoundScored scored) {
        return state.opened().scope(scored.teams());
    }

    private static RoundView.Rank rank(Ranking.Ranked ranked, RoundState state) {
        CandidateScore score = ranked.score();
        return new RoundView.Rank(
                RoundView.Who.of(score.candidate()),
                ranked.rank(),
                ranked.group(),
                score.score(),
                ranked.margin(),
                score.criteria().stream()
                        .map(each -> new RoundView.Points(each.criterion(), each.points(), each.most()))
                        .toList(),
                state.isNominated(score.candidate()));
    }

    private static RoundView.Excluded excluded(CandidateScore score, RoundState state, Locale language) {
        return new RoundView.Excluded(
                RoundView.Who.of(score.candidate()),
                score.score(),
                gates(score, language).stream().filter(gate -> !gate.passed()).toList(),
                state.isNominated(score.candidate()));
    }

    static List<RoundView.GateView> gates(CandidateScore score, Locale language) {
        return score.gates().stream()
                .map(gate -> new RoundView.GateView(
                        gate.gate(),
                        RecognitionTexts.name(gate.gate(), language),
                        gate.asked(),
                        gate.found(),
                        gate.passed()))
                .toList();
    }

    private RoundView.ObjectionView objection(RoundState.Objection objection, Locale language) {
        CommitReasons.Shown made = reasons.of(objection.made().commit(), language);
        Body answered = objection.answered();
        CommitReasons.Shown answer =
                answered == null ? CommitReasons.Shown.NONE : reasons.of(answered.commit(), language);
        return new RoundView.ObjectionView(
                objection.objected().objection(),
                RoundView.Who.of(objection.objected().candidate()),
                objection.objected().figure(),
                objection.made().commit().at(),
                objection.objected().by(),
                made.why(),
                made.whyText(),
                objection.answer() == null ? null : (Boolean) objection.answer().upheld(),
                answered == null ? null : answered.commit().at(),
                answered == null ? null : answered.commit().actor(),
                answer.why(),
                answer.whyText());
    }

    private List<RoundView.Departure> departures(RoundState state, Locale language) {
        Optional<RoundScored> scored = state.scored();
        List<Body> steps = state.steps();
        List<RoundView.Departure> departures = new ArrayList<>();
        for (int index = 0; index < steps.size(); index++) {
            Commit commit = steps.get(index).commit();
            CommitReasons.Shown reason = reasons.of(commit, language);
            if (reason.why() != null && scored.isPresent()) {
                departures.add(new RoundView.Departure(
                        index == 0 ? RoundView.Step.DECISION : RoundView.Step.PUBLICATION,
                        commit.number(),
                        commit.at(),
                        commit.actor(),
                        reason.why(),
                        reason.whyText(),
                        moves(state, scored.get(), commit)));
            }
        }
        return List.copyOf(departures);
    }

    /** By the teams and the scores of the moment before a step. */
    private List<ScoreMove> moves(RoundState state, RoundScored scored, Commit step) {
        long before = step.number() - 1;
        List<TeamId> there = teams.of(state.opened(), VietnamTime.day(step.at()), before);
        return scores.moves(scope(state, scored), scored.pin(), state.opened().scope(there), before);
    }

    private static List<RoundView.PlaceView> places(RoundState state) {
        List<HonourPlace> places = state.places();
        return IntStream.range(0, places.size())
                .mapToObj(index -> place(index + 1, places.get(index), state))
                .toList();
    }

    private static RoundView.PlaceView place(int number, HonourPlace place, RoundState state) {
        Optional<RoundView.Revoked> revoked = state.revocation(place.candidate())
                .map(event -> new RoundView.Revoked(event.figures(), event.decided(), event.present()));
        return new RoundView.PlaceView(
                number,
                RoundView.Who.of(place.candidate()),
                place.score(),
                place.reason(),
                state.isPublished(place.candidate()),
                place.candidate().kind() == RoundKind.INDIVIDUAL
                        ? (Boolean) state.isConsenting(place.candidate())
                        : null,
                revoked.isPresent() ? revoked.get() : null);
    }
}
