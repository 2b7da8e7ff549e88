package vn.soto.domain.recognition;

import static vn.soto.contracts.access.Role.LEADER;
import static vn.soto.contracts.access.Role.MEMBER;
import static vn.soto.contracts.access.Role.OFFICER;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.household.ConsentMethod;
import vn.soto.contracts.period.DaysOfQuarter;
import vn.soto.contracts.recognition.Candidate;
import vn.soto.contracts.recognition.Criterion;
import vn.soto.contracts.recognition.RoundId;
import vn.soto.contracts.recognition.RoundKind;
import vn.soto.contracts.shared.Ascending;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.shared.ClientCommand;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.CommandPlace;
import vn.soto.domain.shared.CorrectionCommand;
import vn.soto.domain.shared.Corrects;
import vn.soto.domain.shared.HasReason;
import vn.soto.domain.shared.ReasonList;
import vn.soto.domain.shared.Reasons;

/** Commands to a round of recognition. */
public sealed interface RecognitionCommand extends Command {

    RoundId round();

    /**
     * @param unit          area whose teams, or their members, are scored
     * @param rule          version of the scoring rule
     * @param firstQuarter  of the period
     * @param lastQuarter   of the period
     * @param quota         honours at most
     * @param objectionDays days after a scoring until which nobody decides
     * @param quarterDays   days of the quarters; those of the reporting periods if absent
     */
    @ClientCommand(as = "open-recognition-round", at = "units/{unit}/recognition-rounds", by = OFFICER)
    record OpenRound(
            @TargetAggregateIdentifier RoundId round,
            UnitId unit,
            RoundKind kind,
            int rule,
            Quarter firstQuarter,
            Quarter lastQuarter,
            int quota,
            int objectionDays,
            @Nullable DaysOfQuarter quarterDays)
            implements RecognitionCommand {

        /** On the days of the reporting periods. */
        public OpenRound(
                RoundId round,
                UnitId unit,
                RoundKind kind,
                int rule,
                Quarter firstQuarter,
                Quarter lastQuarter,
                int quota,
                int objectionDays) {
            this(round, unit, kind, rule, firstQuarter, lastQuarter, quota, objectionDays, null);
        }
    }

    /** Ends a round that is not decided. */
    @Reasons(ReasonList.CANCELLATION)
    @ClientCommand(as = "cancel-recognition-round", at = "recognition-rounds/{round}/cancellation", by = OFFICER)
    @Corrects(OpenRound.class)
    record CancelRound(@TargetAggregateIdentifier RoundId round, String reason)
            implements RecognitionCommand, HasReason {}

    /** Proposes a candidate for an honour; only who is proposed can get one. */
    @ClientCommand(
            as = "nominate-candidate",
            at = "recognition-rounds/{round}/nominations",
            by = {OFFICER, LEADER})
    @Corrects(WithdrawNomination.class)
    record NominateCandidate(@TargetAggregateIdentifier RoundId round, Candidate candidate)
            implements RecognitionCommand {}

    @Reasons(ReasonList.REVISION)
    @ClientCommand(
            as = "withdraw-nomination",
            at = "recognition-rounds/{round}/nominations/withdrawal",
            by = {OFFICER, LEADER})
    @Corrects(NominateCandidate.class)
    record WithdrawNomination(@TargetAggregateIdentifier RoundId round, Candidate candidate, String reason)
            implements RecognitionCommand, HasReason {}

    /** Scores everybody in the area from all that is recorded now. */
    @ClientCommand(
            as = "score-recognition-round",
            at = "recognition-rounds/{round}/scoring",
            by = OFFICER,
            heavy = true)
    record ScoreRound(@TargetAggregateIdentifier RoundId round) implements RecognitionCommand {}

    /** @param figure criterion or condition of the rule that is doubted, such as {@code SELF_PERFORMED} */
    @Reasons(value = ReasonList.OBJECTION, withText = true)
    @ClientCommand(
            as = "object-to-score",
            at = "recognition-rounds/{round}/objections",
            by = {OFFICER, LEADER, MEMBER})
    record ObjectToScore(@TargetAggregateIdentifier RoundId round, Candidate candidate, String figure, String reason)
            implements RecognitionCommand, HasReason {}

    /**
     * @param objectionNumber of the objection in the round
     * @param upheld          whether something is to be corrected and the round scored again
     */
    @Reasons(value = ReasonList.OBJECTION_ANSWER, withText = true)
    @ClientCommand(as = "answer-objection", at = "recognition-rounds/{round}/objections/answer", by = OFFICER)
    record AnswerObjection(@TargetAggregateIdentifier RoundId round, int objectionNumber, boolean upheld, String reason)
            implements RecognitionCommand, HasReason {}

    /**
     * Decides who is honoured.
     *
     * @param content hash of the scores that were read, as the round's answer shows it
     * @param places  in the order of the decision
     * @param reason  why these scores are decided on although the ledger gives other places or gates now; absent where it does not
     * @param comparedAt commit as of which the scores of today were compared with these; required with that reason
     */
    @Reasons(value = ReasonList.CHANGED_SCORES, withText = true)
    @ClientCommand(
            as = "decide-recognition-round",
            at = "recognition-rounds/{round}/decision",
            by = OFFICER,
            heavy = true)
    record DecideRound(
            @TargetAggregateIdentifier RoundId round,
            String content,
            List<ProposedPlace> places,
            @Nullable String reason,
            @Nullable Long comparedAt)
            implements RecognitionCommand, HasReason {

        public DecideRound {
            places = List.copyOf(places);
        }

        /** By scores of which the ledger gives the same places and gates. */
        public DecideRound(RoundId round, String content, List<ProposedPlace> places) {
            this(round, content, places, null, null);
        }
    }

    /** @param reason why the place leaves the order of the scores, without names and numbers; absent where it does not */
    record ProposedPlace(Candidate candidate, @Nullable String reason) {}

    /**
     * Records that a member who is honoured agrees to being named.
     *
     * @param textVersion version, from 1, of the text that the member heard or signed
     * @param team        team of the witness
     * @param witness     another member, of the team on that day
     * @param day         day of the consent
     */
    @ClientCommand(
            as = "record-publication-consent",
            at = "recognition-rounds/{round}/consents",
            by = {OFFICER, LEADER})
    record RecordPublicationConsent(
            @TargetAggregateIdentifier RoundId round,
            Candidate candidate,
            int textVersion,
            ConsentMethod method,
            TeamId team,
            MemberId witness,
            LocalDate day)
            implements RecognitionCommand {}

    /** The member is not named any more, published or not. */
    @ClientCommand(
            as = "withdraw-publication-consent",
            at = "recognition-rounds/{round}/consents/withdrawal",
            by = {OFFICER, LEADER})
    @Corrects(RecordPublicationConsent.class)
    record WithdrawPublicationConsent(
            @TargetAggregateIdentifier RoundId round, Candidate candidate) implements RecognitionCommand {}

    /**
     * Opens honours to everybody; of persons only those who consent.
     *
     * @param reason why they are published although the ledger gives other places or gates now; absent where it does not
     * @param comparedAt as in {@link DecideRound}
     */
    @Reasons(value = ReasonList.CHANGED_SCORES, withText = true)
    @ClientCommand(as = "publish-honours", at = "recognition-rounds/{round}/publication", by = OFFICER, heavy = true)
    record PublishHonours(
            @TargetAggregateIdentifier RoundId round,
            List<Candidate> honoured,
            @Nullable String reason,
            @Nullable Long comparedAt)
            implements RecognitionCommand, HasReason {

        public PublishHonours {
            honoured = List.copyOf(honoured);
        }

        /** By scores of which the ledger gives the same places and gates. */
        public PublishHonours(RoundId round, List<Candidate> honoured) {
            this(round, honoured, null, null);
        }
    }

    /** @param figures criteria whose points the ledger does not give any more */
    @Reasons(ReasonList.REVOCATION)
    @ClientCommand(as = "revoke-honour", at = "recognition-rounds/{round}/revocation", by = OFFICER, heavy = true)
    record RevokeHonour(
            @TargetAggregateIdentifier RoundId round, Candidate candidate, List<Criterion> figures, String reason)
            implements RecognitionCommand, CorrectionCommand {

        public RevokeHonour {
            figures = Ascending.of(figures);
        }
    }

    /**
     * The places that commands about rounds touch. The round lies where it was opened; to nominate or to object takes a
     * right about the candidate.
     */
    @Override
    default List<CommandPlace> touches() {
        return switch (this) {
            case OpenRound open -> List.of(new CommandPlace.InUnit(open.unit()));
            case NominateCandidate nominate -> of(nominate.candidate());
            case WithdrawNomination withdraw -> of(withdraw.candidate());
            case ObjectToScore object -> of(object.candidate());
            case RecordPublicationConsent consent -> of(consent.candidate());
            case WithdrawPublicationConsent withdraw -> of(withdraw.candidate());
            case CancelRound _, ScoreRound _, AnswerObjection _, DecideRound _, PublishHonours _, RevokeHonour _ ->
                List.of(new CommandPlace.RecordedBy(round().value()));
        };
    }

    private static List<CommandPlace> of(Candidate candidate) {
        return Stream.concat(
                        candidate.member().stream().<CommandPlace>map(CommandPlace.Person::new),
                        candidate.team().stream().map(CommandPlace.OfTeam::new))
                .toList();
    }
}
