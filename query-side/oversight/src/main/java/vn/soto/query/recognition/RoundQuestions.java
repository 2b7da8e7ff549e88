package vn.soto.query.recognition;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.recognition.Candidate;
import vn.soto.contracts.recognition.Criterion;
import vn.soto.contracts.recognition.RoundId;
import vn.soto.contracts.recognition.RoundKind;
import vn.soto.contracts.recognition.RoundScope;
import vn.soto.contracts.recognition.ScoringRules;
import vn.soto.projection.Documents;
import vn.soto.query.http.Asked;
import vn.soto.query.http.BooleanParameter;
import vn.soto.query.http.Query;
import vn.soto.query.http.Range;
import vn.soto.query.person.Persons;
import vn.soto.query.problem.QueryProblemException;
import vn.soto.query.reading.Reader;
import vn.soto.query.subject.IdKind;
import vn.soto.query.subject.KnownSubjects;
import vn.soto.query.subject.Locations;
import vn.soto.query.subject.SubjectLookup;
import vn.soto.query.subject.Subjects;
import vn.soto.query.unit.EndedUnitLists;
import vn.soto.web.EndpointRight;

/** Answers queries about rounds of recognition and the rules that score them. */
@RestController
record RoundQuestions(
        Rounds rounds,
        RoundViews views,
        CandidateViews candidates,
        EndedUnitLists ended,
        Persons persons,
        TeamsOfRound teams) {

    /** A round lies in the unit that is its area. */
    @Bean
    static Subjects roundSubjects(Documents documents) {
        return Subjects.at(
                IdKind.ROUND,
                SubjectLookup.versions(documents, RoundRecord.KIND).map(round -> Locations.inUnit(round.unit())));
    }

    /** A candidate lies where the member or the team lies. */
    @Bean
    static Subjects candidateSubjects(KnownSubjects subjects) {
        return new Subjects(
                IdKind.CANDIDATE,
                SubjectLookup.each((id, day, asOf) -> CandidateText.parse(id).flatMap(candidate -> {
                    IdKind kind = candidate.kind() == RoundKind.INDIVIDUAL ? IdKind.MEMBER : IdKind.TEAM;
                    Set<String> one = Set.of(candidate.id());
                    return Optional.ofNullable(
                            subjects.places(kind, one, day, asOf).get(candidate.id()));
                })),
                null);
    }

    static final Range RULE = new Range("rule", 1, 1_000_000);

    /** The published versions of the scoring rule, oldest first. */
    @Query(at = "/api/recognition-rules", right = EndpointRight.REFERENCE)
    List<RuleView> rules(Asked asked) {
        Locale language = asked.language();
        return ScoringRules.ALL.stream()
                .map(rule -> RuleView.of(rule, language))
                .toList();
    }

    /** The rounds of the unit, of the units above it and of those in it, the latest period first. Nobody is named. */
    @Query(at = "/api/units/{unit}/recognition-rounds", right = EndpointRight.FIGURES, of = "unit", part = true)
    List<RoundLine> rounds(Asked asked, @PathVariable String unit) {
        long asOf = asked.asOf();
        LocalDate day = asked.today();
        List<RoundState> found = rounds.about(unit, day, asOf);
        if (found.isEmpty()) {
            ended.lead(unit, day, asOf);
        }
        return found.stream()
                .map(RoundLine::withOwn)
                .sorted(Comparator.comparing(RoundLine::lastDay).reversed().thenComparing(RoundLine::round))
                .toList();
    }

    /** A round with everybody whom it scored. */
    @Query(at = "/api/recognition-rounds/{round}", right = EndpointRight.RECORDS, of = "round")
    RoundView round(Asked asked, @PathVariable String round) {
        long asOf = asked.asOf();
        Locale language = asked.language();
        RoundState state = rounds.get(round, asOf);
        asked.refusedNow(state.reached().refusals(asked.today(), state.isOpenToOthersThan(Reader.current()::isOwn)));
        return views.of(state, language, asOf);
    }

    /** The round under another version of the rule: who moves, and why. Nothing is stored. */
    @Query(
            at = "/api/recognition-rounds/{round}/what-if",
            right = EndpointRight.RECORDS,
            of = "round",
            effort = Query.Effort.HEAVY)
    WhatIfView whatIf(Asked asked, @PathVariable String round, @RequestParam Optional<Long> rule) {
        RoundState state = rounds.get(round, asked.asOf());
        Optional<Integer> wanted = RULE.check(rule).map(Math::toIntExact);
        CandidateViews.Scores other = candidates.scores(state, wanted);
        List<ScoreMove> moves =
                new ScoreMoves(candidates.scores(state, Optional.empty()).scoring(), other.scoring()).all();
        return new WhatIfView(
                new RoundId(round),
                other.scoring().rule().version(),
                other.scored().pin(),
                ScoreMoves.moved(moves),
                moves);
    }

    /** The frozen scores beside those that the ledger gives: where ranks or gates differ, a decision has a reason. */
    @Query(
            at = "/api/recognition-rounds/{round}/present-scores",
            right = EndpointRight.RECORDS,
            of = "round",
            effort = Query.Effort.HEAVY)
    PresentScoresView present(Asked asked, @PathVariable String round) {
        long asOf = asked.asOf();
        RoundState state = rounds.get(round, asOf);
        CandidateViews.Scores frozen = candidates.scores(state, Optional.empty());
        RoundScope present = state.opened().scope(teams.of(state.opened(), asked.today(), asOf));
        List<ScoreMove> moves = new ScoreMoves(frozen.scoring(), candidates.at(frozen, present, asOf)).all();
        return new PresentScoresView(
                new RoundId(round), frozen.scored().pin(), frozen.areRecorded(), ScoreMoves.moved(moves), moves);
    }

    private record Open(RoundState round, Candidate candidate) {}

    /** The latest period first. */
    @Query(at = "/api/honours", right = EndpointRight.REFERENCE, name = "honour-honours")
    List<HonourView> honours(Asked asked) {
        long asOf = asked.asOf();
        List<Open> open = rounds.published(asOf).stream()
                .flatMap(round -> round.open().stream().map(candidate -> new Open(round, candidate)))
                .toList();
        Map<Subject, String> names = persons.published(
                open.stream().flatMap(each -> subject(each.candidate)).collect(Collectors.toUnmodifiableSet()), asOf);
        return open.stream()
                .map(each -> view(each, names))
                .sorted(Comparator.comparing(HonourView::lastDay).reversed().thenComparing(HonourView::round))
                .toList();
    }

    private static Stream<Subject> subject(Candidate candidate) {
        return candidate.member().stream().map(Subject::of);
    }

    private static HonourView view(Open open, Map<Subject, String> names) {
        RoundScope scope = open.round.opened().scope(List.of());
        return new HonourView(
                scope.round(),
                scope.unit(),
                scope.kind(),
                scope.firstDay(),
                scope.lastDay(),
                open.candidate.member().orElse(null),
                open.candidate.team().orElse(null),
                open.candidate.member().map(Subject::of).map(names::get).orElse(null));
    }

    private static final Range FROM = new Range("from", 0, 1_000_000);

    /** The score of a candidate, by the round's rule or, with {@code rule}, by another version of it. */
    @Query(
            at = "/api/recognition-rounds/{round}/candidates/{candidate}",
            right = EndpointRight.RECORDS,
            of = "candidate",
            name = "candidate-candidate")
    CandidateView candidate(
            Asked asked,
            @PathVariable String round,
            @PathVariable String candidate,
            @RequestParam Optional<Long> rule) {
        RoundState state = rounds.get(round, asked.asOf());
        return candidates.view(
                state, asked.today(), candidates.scores(state, version(rule)), named(candidate), asked.language());
    }

    /**
     * The items that count for a criterion, with their events; with {@code omitted=true} those that do not count, with
     * the reasons.
     */
    @Query(
            at = "/api/recognition-rounds/{round}/candidates/{candidate}/criteria/{criterion}",
            right = EndpointRight.RECORDS,
            of = "candidate",
            name = "candidate-criterion")
    CandidateView.Page criterion(
            Asked asked,
            @PathVariable String round,
            @PathVariable String candidate,
            @PathVariable String criterion,
            @RequestParam Optional<BooleanParameter> omitted,
            @RequestParam Optional<Long> rule,
            @RequestParam Optional<Long> from,
            @RequestParam Optional<Long> limit) {
        Locale language = asked.language();
        return candidates.page(
                candidates.scores(rounds.get(round, asked.asOf()), version(rule)),
                named(candidate),
                criterion(criterion),
                omitted.equals(Optional.of(BooleanParameter.TRUE)),
                FROM.check(from).orElse(0L).intValue(),
                asked.limit(limit),
                language);
    }

    private static Optional<Integer> version(Optional<Long> rule) {
        return RULE.check(rule).map(Math::toIntExact);
    }

    private static Candidate named(String candidate) {
        return CandidateText.parse(candidate).orElseThrow(() -> QueryProblemException.absent("candidate", candidate));
    }

    private static Criterion criterion(String name) {
        return Arrays.stream(Criterion.values())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> QueryProblemException.absent("criterion", name));
    }
}
