package vn.soto.domain.assistance;

import java.util.List;
import vn.soto.domain.assistance.AssistanceCommand.CorrectAssistance;
import vn.soto.domain.assistance.AssistanceCommand.FollowUpAssistance;
import vn.soto.domain.assistance.AssistanceCommand.RecordAssistance;
import vn.soto.domain.assistance.AssistanceCommand.VerifyAssistance;
import vn.soto.domain.assistance.AssistanceCommand.VoidAssistance;
import vn.soto.domain.shared.CommandPlace;

/**
 * What commands about help touch: the team that helps. Rules say whom a team may help: on duty at the public-service centre
 * every resident of the commune, and along with the team of the record also members of others.
 */
public final class AssistancePlaces {

    private AssistancePlaces() {}

    public static List<CommandPlace> of(AssistanceCommand command) {
        return switch (command) {
            case RecordAssistance record -> List.of(new CommandPlace.OfTeam(record.team()));
            case FollowUpAssistance followUp -> List.of(new CommandPlace.OfTeam(followUp.team()));
            case CorrectAssistance _, VoidAssistance _, VerifyAssistance _ ->
                List.of(new CommandPlace.OfAssistance(command.assistance()));
        };
    }
}
