package vn.soto.domain.recognition;

import static vn.soto.domain.shared.CounterCommand.refusedBy;
import static vn.soto.domain.shared.CounterRule.EVENT_HAS_A_COUNTER_COMMAND;
import static vn.soto.domain.shared.CounterRule.EVENT_IS_NOT_FINAL;

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
import vn.soto.domain.recognition.RecognitionCommand.CancelRound;
import vn.soto.domain.recognition.RecognitionCommand.NominateCandidate;
import vn.soto.domain.recognition.RecognitionCommand.WithdrawNomination;
import vn.soto.domain.recognition.RecognitionCommand.WithdrawPublicationConsent;
import vn.soto.domain.shared.CounterCommand;

/** Counter-commands for the events of a round. */
public final class RecognitionCounterCommands {

    private RecognitionCounterCommands() {}

    public static CounterCommand of(RecognitionRoundEvent event, String reason) {
        return switch (event) {
            case RoundOpened opened -> CounterCommand.of(new CancelRound(opened.round(), reason));
            case CandidateNominated nominated ->
                CounterCommand.of(new WithdrawNomination(nominated.round(), nominated.candidate(), reason));
            case NominationWithdrawn withdrawn ->
                CounterCommand.of(new NominateCandidate(withdrawn.round(), withdrawn.candidate()));
            case PublicationConsented consented ->
                CounterCommand.of(new WithdrawPublicationConsent(consented.round(), consented.candidate()));
            // A consent is given again by the person; an honour is revoked for a figure that people name.
            case PublicationConsentWithdrawn _, RoundDecided _, HonoursPublished _, RoundCancelled _ ->
                refusedBy(EVENT_HAS_A_COUNTER_COMMAND);
            case RoundScored _, ScoreObjected _, ObjectionAnswered _, HonourRevoked _ -> refusedBy(EVENT_IS_NOT_FINAL);
        };
    }
}
