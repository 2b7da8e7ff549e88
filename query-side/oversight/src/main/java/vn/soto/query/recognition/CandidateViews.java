package vn.soto.query.recognition;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.soto.contracts.assistance.AssistanceEvent;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.recognition.Candidate;
import vn.soto.contracts.recognition.CandidateScore;
import vn.soto.contracts.recognition.CountedItem;
import vn.soto.contracts.recognition.Criterion;
import vn.soto.contracts.recognition.CriterionScore;
import vn.soto.contracts.recognition.Omission;
import vn.soto.contracts.recognition.OmittedItem;
import vn.soto.contracts.recognition.Ranking;
import vn.soto.contracts.recognition.RecognitionRoundEvent.RoundScored;
import vn.soto.contracts.recognition.RoundScope;
import vn.soto.contracts.recognition.RoundScoring;
import vn.soto.contracts.recognition.ScorePin;
import vn.soto.contracts.recognition.ScoringRule;
import vn.soto.contracts.recognition.ScoringRules;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.training.TrainingEvent;
import vn.soto.events.EventCodec;
import vn.soto.query.event.EventLoader.Body;
import vn.soto.query.event.EventNames;
import vn.soto.query.problem.QueryProblemException;

/** Explains the score of a candidate to the last event, by the round's rule or another version of it. */
@Component
record CandidateViews(ScoresRead scores, EventCodec codec) {

    /** The scores of a round by a version of the rule. */
    record Scores(RoundScored scored, RoundScope scope, RoundScoring scoring) {

        /** Whether the scores, made again by the rule of the round, are those that the scoring recorded. */
        boolean areRecorded() {
            ScorePin pin = scored.pin();
            return scoring.content(pin.commit(), pin.chain()).hash().equals(pin.content())
                    && scored.scoring(scope).stream().allMatch(scoring.withoutItems()::equals);
        }

        CandidateScore of(Candidate candidate) {
            return scoring.find(candidate).orElseThrow(() -> QueryProblemException.absent("candidate", candidate.id()));
        }
    }

    /** @param rule version asked for; without one that of the round */
    Scores scores(RoundState state, Optional<Integer> rule) {
        String round = state.opened().round().value();
        RoundScored scored = state.scored().orElseThrow(() -> QueryProblemException.absent("scores", round));
        RoundScope scope = state.opened().scope(scored.teams());
        int version = rule.orElse(scored.pin().rule());
        ScoringRule asked = ScoringRules.find(version)
                .orElseThrow(() -> QueryProblemException.absent("rule", Integer.toString(version)));
        return new Scores(scored, scope, scores.of(asked, scope, scored.pin().commit()));
    }

    /** The scores that the ledger gives at a commit by the same rule, for the teams of another scope. */
    RoundScoring at(Scores of, RoundScope scope, long commit) {
        return scores.of(of.scoring.rule(), scope, commit);
    }

    CandidateView view(RoundState state, LocalDate today, Scores of, Candidate candidate, Locale language) {
        CandidateScore score = of.of(candidate);
        Optional<Ranking.Ranked> ranked = Ranking.of(of.scoring).ranked().stream()
                .filter(each -> each.score().candidate().equals(candidate))
                .findFirst();
        return new CandidateView(
                of.scope.round(),
                RoundLine.of(state),
                state.reached().refusals(today, true).of("object-to-score").isEmpty(),
                RoundView.Who.of(candidate),
                of.scoring.rule().version(),
                of.scored.pin(),
                ranked.isPresent() ? (Integer) ranked.get().rank() : null,
                ranked.isPresent() ? (Integer) ranked.get().group() : null,
                score.score(),
                Ranking.margin(score),
                RoundViews.gates(score, language),
                score.criteria().stream().map(each -> view(each, language)).toList());
    }

    private static CandidateView.CriterionView view(CriterionScore score, Locale language) {
        Map<Omission, Integer> omitted = new EnumMap<>(Omission.class);
        score.omitted().forEach(item -> omitted.merge(item.why(), 1, Integer::sum));
        return new CandidateView.CriterionView(
                score.criterion().name(),
                RecognitionTexts.name(score.criterion(), language),
                RecognitionTexts.formula(score.criterion(), language),
                score.numerator(),
                score.divisor(),
                score.size(),
                score.most(),
                score.points(),
                score.counted().size(),
                omitted.entrySet().stream()
                        .map(each -> new CandidateView.OmittedCount(
                                each.getKey(), RecognitionTexts.name(each.getKey(), language), each.getValue()))
                        .toList());
    }

    /** An item of either kind. */
    private record Listed(long amount, @Nullable Omission why, List<Long> positions) {

        static Listed of(CountedItem item) {
            return new Listed(item.amount(), null, item.positions());
        }

        static Listed of(OmittedItem item) {
            return new Listed(0, item.why(), item.positions());
        }
    }

    /**
     * @param omitted whether what does not count is listed
     * @param from    number of the first item, from 0
     */
    CandidateView.Page page(
            Scores of,
            Candidate candidate,
            Criterion criterion,
            boolean omitted,
            int from,
            int limit,
            Locale language) {
        CriterionScore score = of.of(candidate).criteria().stream()
                .filter(each -> each.criterion() == criterion)
                .findFirst()
                .orElseThrow(() -> QueryProblemException.absent("criterion", criterion.name()));
        List<Listed> all = omitted
                ? score.omitted().stream().map(Listed::of).toList()
                : score.counted().stream().map(Listed::of).toList();
        int end = Math.min(all.size(), from + limit);
        List<Listed> page = all.subList(Math.min(from, end), end);
        Set<Long> positions = new HashSet<>();
        page.forEach(item -> positions.addAll(item.positions));
        Map<Long, Body> events = scores.events(of.scope, of.scored.pin().commit(), positions);
        return new CandidateView.Page(
                of.scope.round(),
                RoundView.Who.of(candidate),
                criterion,
                of.scoring.rule().version(),
                of.scored.pin(),
                all.size(),
                all.stream().mapToLong(Listed::amount).sum(),
                page.stream().map(item -> item(item, events, language)).toList(),
                end < all.size() ? (Integer) end : null);
    }

    private CandidateView.ItemView item(Listed item, Map<Long, Body> events, Locale language) {
        return new CandidateView.ItemView(
                item.amount,
                item.why,
                item.why == null ? null : RecognitionTexts.name(item.why, language),
                item.positions.stream()
                        .flatMap(position -> Stream.ofNullable(events.get(position)))
                        .map(this::event)
                        .toList());
    }

    private CandidateView.EventView event(Body body) {
        DomainEvent event = codec.decode(body.event().type(), body.event().payload());
        HouseholdId household =
                event instanceof AssistanceEvent help ? help.beneficiary().household() : null;
        return new CandidateView.EventView(
                body.position(),
                body.commit().number(),
                body.event().id(),
                EventNames.of(body.event().type()),
                body.commit().at(),
                body.commit().actor(),
                event instanceof AssistanceEvent help ? help.assistance() : null,
                household,
                event instanceof TrainingEvent training ? training.training() : null);
    }
}
