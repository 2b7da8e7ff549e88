package vn.soto.domain.recognition;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static vn.soto.domain.recognition.RecognitionRule.CANDIDATE_IS_NOMINATED;
import static vn.soto.domain.recognition.RecognitionRule.CANDIDATE_IS_NOMINATED_ONCE;
import static vn.soto.domain.recognition.RecognitionRule.CANDIDATE_IS_OF_THE_AREA;
import static vn.soto.domain.recognition.RecognitionRule.CANDIDATE_IS_OF_THE_KIND_OF_THE_ROUND;
import static vn.soto.domain.recognition.RecognitionRule.CANDIDATE_IS_SCORED;
import static vn.soto.domain.recognition.RecognitionRule.DECISION_BY_SCORES_THAT_CHANGED_HAS_A_REASON;
import static vn.soto.domain.recognition.RecognitionRule.DECISION_NAMES_THE_LATEST_SCORES;
import static vn.soto.domain.recognition.RecognitionRule.DECISION_WAITS_FOR_OBJECTIONS;
import static vn.soto.domain.recognition.RecognitionRule.FIGURE_IS_OF_THE_RULE;
import static vn.soto.domain.recognition.RecognitionRule.PERIOD_OF_THE_ROUND_HAS_ENDED;
import static vn.soto.domain.recognition.RecognitionRule.PUBLICATION_BY_SCORES_THAT_CHANGED_HAS_A_REASON;
import static vn.soto.domain.recognition.RecognitionRule.ROUND_HAS_NOT_TOO_MANY_CANDIDATES;
import static vn.soto.domain.recognition.RecognitionRule.ROUND_IS_NOT_CANCELLED;
import static vn.soto.domain.recognition.RecognitionRule.ROUND_IS_NOT_DECIDED;
import static vn.soto.domain.recognition.RecognitionRule.ROUND_IS_SCORED;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.recognition.Candidate;
import vn.soto.contracts.recognition.CandidateStanding;
import vn.soto.contracts.recognition.HonourPlace;
import vn.soto.contracts.recognition.RecognitionRoundEvent;
import vn.soto.contracts.recognition.RecognitionRoundEvent.CandidateNominated;
import vn.soto.contracts.recognition.RecognitionRoundEvent.HonourRevoked;
import vn.soto.contracts.recognition.RecognitionRoundEvent.HonoursPublished;
import vn.soto.contracts.recognition.RecognitionRoundEvent.NominationWithdrawn;
import vn.soto.contracts.recognition.RecognitionRoundEvent.ObjectionAnswered;
import vn.soto.contracts.recognition.RecognitionRoundEvent.PublicationConsentWithdrawn;
import vn.soto.contracts.recognition.RecognitionRoundEvent.PublicationConsented;
import vn.soto.contracts.recognition.RecognitionRoundEvent.RoundCancelled;
import vn.soto.contracts.recognition.RecognitionRoundEvent.RoundDecided;
import vn.soto.contracts.recognition.RecognitionRoundEvent.RoundOpened;
import vn.soto.contracts.recognition.RecognitionRoundEvent.RoundScored;
import vn.soto.contracts.recognition.RecognitionRoundEvent.ScoreObjected;
import vn.soto.contracts.recognition.RoundId;
import vn.soto.contracts.recognition.RoundKind;
import vn.soto.contracts.recognition.RoundScoring;
import vn.soto.contracts.recognition.RoundStage;
import vn.soto.contracts.recognition.ScoringRule;
import vn.soto.contracts.recognition.ScoringRules;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.team.TeamId;
import vn.soto.domain.policy.Policies;
import vn.soto.domain.recognition.RecognitionCommand.AnswerObjection;
import vn.soto.domain.recognition.RecognitionCommand.CancelRound;
import vn.soto.domain.recognition.RecognitionCommand.DecideRound;
import vn.soto.domain.recognition.RecognitionCommand.NominateCandidate;
import vn.soto.domain.recognition.RecognitionCommand.ObjectToScore;
import vn.soto.domain.recognition.RecognitionCommand.OpenRound;
import vn.soto.domain.recognition.RecognitionCommand.PublishHonours;
import vn.soto.domain.recognition.RecognitionCommand.RecordPublicationConsent;
import vn.soto.domain.recognition.RecognitionCommand.RevokeHonour;
import vn.soto.domain.recognition.RecognitionCommand.ScoreRound;
import vn.soto.domain.recognition.RecognitionCommand.WithdrawNomination;
import vn.soto.domain.recognition.RecognitionCommand.WithdrawPublicationConsent;
import vn.soto.domain.shared.CommandMetadata;
import vn.soto.domain.shared.ReadOnlyAggregates;
import vn.soto.domain.shared.ReportFigures;
import vn.soto.domain.shared.ReportFigures.Pin;

/**
 * A round that recognises outstanding members or teams. The ledger scores, people decide. A scoring pins the commit it
 * was read from and the hash of its results, so that it can be made again at any time.
 */
@AggregateRoot(type = "recognition-round")
public final class RecognitionRound {

    private static final int MOST_CANDIDATES = 5_000;

    @AggregateIdentifier
    private RoundId id;

    private RoundOpened opened;
    private boolean cancelled;
    private final Set<Candidate> nominated = new TreeSet<>();
    private @Nullable RoundScored scored;
    private final Objections objections = new Objections();
    private @Nullable RoundDecided decided;
    private final Honours honours = new Honours();

    @SuppressWarnings("NullAway.Init")
    RecognitionRound() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void decide(OpenRound command, ReadOnlyAggregates consulted, Policies policies, Clock clock) {
        apply(RoundOpening.checked(command, VietnamTime.day(clock.instant()), consulted, policies));
    }

    @CommandHandler
    void decide(CancelRound command) {
        checkOpen();
        apply(new RoundCancelled(id, opened.unit()));
    }

    private RoundStage stage() {
        return new RoundStage(
                opened.kind() == RoundKind.INDIVIDUAL,
                cancelled,
                decided != null,
                nominated.size(),
                objections.open(),
                objections.areBehind(),
                honours.stage(),
                opened.quarters().getLast().lastDay(),
                scored == null ? null : scored.decidableFrom());
    }

    private void checkOpen() {
        ROUND_IS_NOT_CANCELLED.require(!stage().cancelled());
        ROUND_IS_NOT_DECIDED.require(!stage().decided());
    }

    @CommandHandler
    void decide(NominateCandidate command, ReadOnlyAggregates consulted, ReportFigures figures, Clock clock) {
        checkOpen();
        Candidate candidate = command.candidate();
        CANDIDATE_IS_OF_THE_KIND_OF_THE_ROUND.require(candidate.kind() == opened.kind());
        CANDIDATE_IS_NOMINATED_ONCE.require(!nominated.contains(candidate));
        List<TeamId> teams = RoundOpening.teams(opened, VietnamTime.day(clock.instant()), consulted, figures);
        CANDIDATE_IS_OF_THE_AREA.require(RoundOpening.isIn(candidate, opened, teams, consulted));
        apply(new CandidateNominated(id, opened.unit(), candidate));
    }

    @CommandHandler
    void decide(WithdrawNomination command) {
        checkOpen();
        CANDIDATE_IS_NOMINATED.require(
                nominated.contains(command.candidate()), command.candidate().id());
        apply(new NominationWithdrawn(id, opened.unit(), command.candidate()));
    }

    @CommandHandler
    void decide(ScoreRound command, ReadOnlyAggregates consulted, ReportFigures figures, Clock clock) {
        checkOpen();
        LocalDate today = VietnamTime.day(clock.instant());
        LocalDate lastDay = opened.quarters().getLast().lastDay();
        PERIOD_OF_THE_ROUND_HAS_ENDED.require(stage().hasEnded(today), lastDay);
        List<TeamId> teams = RoundOpening.teams(opened, today, consulted, figures);
        Pin pin = figures.pin();
        ScoringRule rule = ScoringRules.get(opened.rule());
        RoundScoring scoring = RoundScoring.of(rule, opened.scope(teams), figures.recorded(teams, pin.number()));
        ROUND_HAS_NOT_TOO_MANY_CANDIDATES.require(scoring.candidates().size() <= MOST_CANDIDATES, MOST_CANDIDATES);
        apply(RoundScored.of(
                scored == null ? 1 : scored.number() + 1,
                scoring,
                pin.number(),
                pin.chain(),
                today.plusDays(opened.objectionDays())));
    }

    @CommandHandler
    void decide(ObjectToScore command, @MetaDataValue(value = CommandMetadata.ACTOR, required = true) String actor) {
        checkOpen();
        Candidate candidate = command.candidate();
        CANDIDATE_IS_SCORED.require(
                scores().standings().stream().map(CandidateStanding::candidate).anyMatch(candidate::equals),
                candidate.id());
        ScoringRule rule = ScoringRules.get(opened.rule());
        FIGURE_IS_OF_THE_RULE.require(
                Stream.concat(
                                rule.weights().stream()
                                        .map(weight -> weight.criterion().name()),
                                rule.gates().stream()
                                        .map(condition -> condition.gate().name()))
                        .anyMatch(command.figure()::equals),
                command.figure());
        apply(new ScoreObjected(id, opened.unit(), objections.next(), candidate, command.figure(), actor));
    }

    private RoundScored scores() {
        if (scored == null) {
            throw ROUND_IS_SCORED.refused();
        }
        return scored;
    }

    @CommandHandler
    void decide(AnswerObjection command, @MetaDataValue(value = CommandMetadata.ACTOR, required = true) String actor) {
        checkOpen();
        ScoreObjected objection = objections.toAnswer(command.objectionNumber(), actor);
        apply(new ObjectionAnswered(
                id, opened.unit(), command.objectionNumber(), objection.candidate(), command.upheld()));
    }

    @CommandHandler
    void decide(DecideRound command, ReadOnlyAggregates consulted, ReportFigures figures, Clock clock) {
        checkOpen();
        RoundScored scores = scores();
        DECISION_NAMES_THE_LATEST_SCORES.require(
                command.content().equals(scores.pin().content()), scores.pin().content());
        LocalDate today = VietnamTime.day(clock.instant());
        DECISION_WAITS_FOR_OBJECTIONS.require(stage().isDecidable(today), scores.decidableFrom());
        objections.checkSettled();
        List<HonourPlace> places =
                new HonourPlaces(scores.standings(), nominated).checked(command.places(), opened.quota());
        present(today, consulted, figures)
                .check(command.reason(), command.comparedAt(), DECISION_BY_SCORES_THAT_CHANGED_HAS_A_REASON);
        apply(new RoundDecided(id, opened.unit(), scores.pin(), places));
    }

    /** The scores that a new scoring would give now. */
    private PresentScoring present(LocalDate today, ReadOnlyAggregates consulted, ReportFigures figures) {
        return new PresentScoring(opened, scores(), RoundOpening.all(opened, today, consulted, figures), figures);
    }

    @CommandHandler
    void decide(RecordPublicationConsent command, ReadOnlyAggregates consulted, Clock clock) {
        apply(new PublicationConsented(
                id,
                opened.unit(),
                command.candidate(),
                honours.consent(command, VietnamTime.day(clock.instant()), consulted)));
    }

    @CommandHandler
    void decide(WithdrawPublicationConsent command) {
        honours.checkConsents(command.candidate());
        apply(new PublicationConsentWithdrawn(id, opened.unit(), command.candidate()));
    }

    @CommandHandler
    void decide(PublishHonours command, ReadOnlyAggregates consulted, ReportFigures figures, Clock clock) {
        honours.checkPublishable(command.honoured());
        present(VietnamTime.day(clock.instant()), consulted, figures)
                .check(command.reason(), command.comparedAt(), PUBLICATION_BY_SCORES_THAT_CHANGED_HAS_A_REASON);
        apply(new HonoursPublished(id, opened.unit(), command.honoured()));
    }

    @CommandHandler
    void decide(RevokeHonour command, ReportFigures figures) {
        honours.checkHonoured(command.candidate());
        apply(new Revocation(opened, scores(), figures).of(command));
    }

    @EventHandler
    void evolve(RecognitionRoundEvent event) {
        switch (event) {
            case RoundOpened began -> {
                id = began.round();
                opened = began;
            }
            case RoundCancelled _ -> cancelled = true;
            case CandidateNominated of -> nominated.add(of.candidate());
            case NominationWithdrawn of -> nominated.remove(of.candidate());
            case RoundScored of -> {
                scored = of;
                objections.scored();
            }
            case ScoreObjected of -> objections.add(of);
            case ObjectionAnswered of -> objections.close(of);
            case RoundDecided of -> {
                decided = of;
                honours.decided(of);
            }
            case PublicationConsented of -> honours.consented(of.candidate());
            case PublicationConsentWithdrawn of -> honours.withdrawn(of.candidate());
            case HonoursPublished of -> honours.published(of.honoured());
            case HonourRevoked of -> honours.revoked(of.candidate());
        }
    }
}
