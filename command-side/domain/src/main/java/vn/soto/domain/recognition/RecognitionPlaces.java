package vn.soto.domain.recognition;

import java.util.List;
import java.util.stream.Stream;
import vn.soto.contracts.recognition.Candidate;
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
import vn.soto.domain.shared.CommandPlace;

/**
 * What commands about rounds touch: the round lies where it was opened; to nominate or to object it takes a right about the candidate.
 */
public final class RecognitionPlaces {

    private RecognitionPlaces() {}

    public static List<CommandPlace> of(RecognitionCommand command) {
        return switch (command) {
            case OpenRound open -> List.of(new CommandPlace.InUnit(open.unit()));
            case NominateCandidate nominate -> of(nominate.candidate());
            case WithdrawNomination withdraw -> of(withdraw.candidate());
            case ObjectToScore object -> of(object.candidate());
            case RecordPublicationConsent consent -> of(consent.candidate());
            case WithdrawPublicationConsent withdraw -> of(withdraw.candidate());
            case CancelRound _, ScoreRound _, AnswerObjection _, DecideRound _, PublishHonours _, RevokeHonour _ ->
                List.of(new CommandPlace.RecordedBy(command.round().value()));
        };
    }

    private static List<CommandPlace> of(Candidate candidate) {
        return Stream.concat(
                        candidate.member().stream().<CommandPlace>map(CommandPlace.Person::new),
                        candidate.team().stream().map(CommandPlace.OfTeam::new))
                .toList();
    }
}
