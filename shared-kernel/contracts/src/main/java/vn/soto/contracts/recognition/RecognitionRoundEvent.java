package vn.soto.contracts.recognition;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.shared.Ascending;
import vn.soto.contracts.shared.Correcting;
import vn.soto.contracts.shared.CorrectsAny;
import vn.soto.contracts.shared.Dated;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.ProductEvent;
import vn.soto.contracts.shared.QuarterDays;
import vn.soto.contracts.shared.StoredAs;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.OfUnit;
import vn.soto.contracts.unit.UnitId;

/** Events of a round of recognition. Reasons are in the commits. */
public sealed interface RecognitionRoundEvent extends ProductEvent, OfUnit {

    RoundId round();

    /** Area of the round. */
    @Override
    UnitId unit();

    /** An event about one candidate. */
    sealed interface OfCandidate extends RecognitionRoundEvent {

        Candidate candidate();

        @Override
        default Set<String> tags() {
            return Set.of("unit:" + unit(), candidate().tag());
        }
    }

    /**
     * @param rule          version of the scoring rule
     * @param quarters      of the period, by the calendar of the area at that time
     * @param quota         honours at most
     * @param objectionDays days after a scoring until which nobody decides
     */
    @StoredAs("recognition-round.opened.v1")
    record RoundOpened(
            RoundId round,
            UnitId unit,
            RoundKind kind,
            int rule,
            List<QuarterDays> quarters,
            int quota,
            int objectionDays)
            implements RecognitionRoundEvent {

        public RoundOpened {
            quarters = List.copyOf(quarters);
        }

        /** The scope with the teams of a scoring. */
        public RoundScope scope(List<TeamId> teams) {
            return new RoundScope(round, kind, unit, quarters, teams);
        }
    }

    /** The round ends without honours. */
    @StoredAs("recognition-round.cancelled.v1")
    record RoundCancelled(RoundId round, UnitId unit) implements RecognitionRoundEvent {}

    @StoredAs("recognition-round.candidate-nominated.v1")
    record CandidateNominated(RoundId round, UnitId unit, Candidate candidate) implements OfCandidate {}

    @StoredAs("recognition-round.nomination-withdrawn.v1")
    record NominationWithdrawn(RoundId round, UnitId unit, Candidate candidate) implements OfCandidate, Correcting {

        @Override
        public boolean corrects(DomainEvent earlier) {
            return earlier instanceof CandidateNominated nominated && nominated.candidate.equals(candidate);
        }
    }

    /**
     * Everybody in the area was scored. A later scoring replaces it.
     *
     * @param number        1 for the first scoring
     * @param teams         of the area, sorted
     * @param standings     in the order of the candidates
     * @param decidableFrom first day on which the round can be decided
     * @param figures       of each of them; absent in scorings that were recorded without
     */
    @StoredAs("recognition-round.scored.v2")
    record RoundScored(
            RoundId round,
            UnitId unit,
            int number,
            ScorePin pin,
            List<TeamId> teams,
            List<CandidateStanding> standings,
            LocalDate decidableFrom,
            @Nullable List<ScoreFigures> figures)
            implements RecognitionRoundEvent {

        public RoundScored {
            teams = Ascending.of(teams);
            standings = List.copyOf(standings);
            figures = figures == null ? null : List.copyOf(figures);
            if (figures != null && figures.size() != standings.size()) {
                throw new IllegalArgumentException(figures.size() + " figures of " + standings.size() + " candidates");
            }
        }

        public static RoundScored of(
                int number, RoundScoring scoring, long commit, String chain, LocalDate decidableFrom) {
            RoundScope scope = scoring.scope();
            return new RoundScored(
                    scope.round(),
                    scope.unit(),
                    number,
                    new ScorePin(
                            scoring.rule().version(),
                            commit,
                            chain,
                            scoring.content(commit, chain).hash()),
                    scope.teams(),
                    scoring.standings(),
                    decidableFrom,
                    scoring.figures());
        }

        /** The scores of the candidates without items; empty where the figures were not recorded. */
        public Optional<RoundScoring> scoring(RoundScope scope) {
            return Optional.ofNullable(figures)
                    .map(found -> RoundScoring.of(
                            ScoringRules.get(pin.rule()),
                            scope,
                            standings.stream().map(CandidateStanding::candidate).toList(),
                            found));
        }
    }

    /**
     * Somebody objects to a figure of a candidate.
     *
     * @param objection number, from 1, within the round
     * @param figure    name of a {@link Criterion} or of a {@link Gate}
     * @param by        account
     */
    @StoredAs("recognition-round.score-objected.v1")
    record ScoreObjected(RoundId round, UnitId unit, int objection, Candidate candidate, String figure, String by)
            implements OfCandidate {}

    /** @param upheld whether something is to be corrected, after which the round is scored again */
    @StoredAs("recognition-round.objection-answered.v1")
    record ObjectionAnswered(RoundId round, UnitId unit, int objection, Candidate candidate, boolean upheld)
            implements OfCandidate {}

    /**
     * The round is decided and stays as it is: who is honoured, by which scores.
     *
     * @param pin    of the scores, which can be made again for good
     * @param places in the order of the decision
     */
    @StoredAs("recognition-round.decided.v1")
    record RoundDecided(RoundId round, UnitId unit, ScorePin pin, List<HonourPlace> places)
            implements RecognitionRoundEvent {

        public RoundDecided {
            places = List.copyOf(places);
        }

        @Override
        public Set<String> tags() {
            return RecognitionRoundEvent.tags(
                    unit, places.stream().map(HonourPlace::candidate).toList());
        }
    }

    /** A member who is honoured consents to being named. */
    @StoredAs("recognition-round.publication-consented.v1")
    record PublicationConsented(RoundId round, UnitId unit, Candidate candidate, PublicationConsent consent)
            implements OfCandidate, Dated {

        @Override
        public LocalDate happenedOn() {
            return consent.day();
        }
    }

    /** From here on the member is not named any more. */
    @StoredAs("recognition-round.publication-consent-withdrawn.v1")
    record PublicationConsentWithdrawn(RoundId round, UnitId unit, Candidate candidate) implements OfCandidate {}

    /** These honours are open to everybody, as long as the persons consent. */
    @StoredAs("recognition-round.published.v1")
    record HonoursPublished(RoundId round, UnitId unit, List<Candidate> honoured) implements RecognitionRoundEvent {

        public HonoursPublished {
            honoured = List.copyOf(honoured);
        }

        @Override
        public Set<String> tags() {
            return RecognitionRoundEvent.tags(unit, honoured);
        }
    }

    /**
     * An honour is taken back, because figures on which it rests proved false.
     *
     * @param figures that proved false
     * @param decided scores of the decision
     * @param present scores as the ledger gives them now: the evidence
     */
    @CorrectsAny({RoundDecided.class, HonoursPublished.class})
    @StoredAs("recognition-round.honour-revoked.v1")
    record HonourRevoked(
            RoundId round,
            UnitId unit,
            Candidate candidate,
            List<FalseFigure> figures,
            ScorePin decided,
            ScorePin present)
            implements OfCandidate, Correcting {

        public HonourRevoked {
            figures = List.copyOf(figures);
        }
    }

    private static Set<String> tags(UnitId unit, List<Candidate> candidates) {
        Set<String> tags = new TreeSet<>(Set.of("unit:" + unit));
        candidates.forEach(candidate -> tags.add(candidate.tag()));
        return Collections.unmodifiableSet(tags);
    }
}
