package vn.soto.domain.outreach;

import java.util.List;
import vn.soto.domain.outreach.CommunityGroupCommand.CloseCommunityGroup;
import vn.soto.domain.outreach.CommunityGroupCommand.RecordCommunityGroup;
import vn.soto.domain.outreach.CommunityGroupCommand.UpdateCommunityGroup;
import vn.soto.domain.shared.CommandPlace;

/** What commands to community groups touch: the team of the group. */
public final class CommunityGroupPlaces {

    private CommunityGroupPlaces() {}

    public static List<CommandPlace> of(CommunityGroupCommand command) {
        return switch (command) {
            case RecordCommunityGroup record -> List.of(new CommandPlace.OfTeam(record.team()));
            case UpdateCommunityGroup _, CloseCommunityGroup _ -> List.of(new CommandPlace.OfGroup(command.group()));
        };
    }
}
