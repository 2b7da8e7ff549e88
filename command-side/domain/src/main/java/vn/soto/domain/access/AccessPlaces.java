package vn.soto.domain.access;

import java.util.List;
import vn.soto.domain.access.AccessCommand.CorrectGrant;
import vn.soto.domain.access.AccessCommand.EndGrant;
import vn.soto.domain.access.AccessCommand.GrantRole;
import vn.soto.domain.access.AccessCommand.LinkAccount;
import vn.soto.domain.access.AccessCommand.UnlinkAccount;
import vn.soto.domain.shared.CommandPlace;

/** What commands about accounts touch: the area of a grant, and whatever the account and its person may do already. */
public final class AccessPlaces {

    private AccessPlaces() {}

    public static List<CommandPlace> of(AccessCommand command) {
        CommandPlace account = new CommandPlace.OfAccount(command.account());
        return switch (command) {
            case GrantRole grant -> List.of(CommandPlace.of(grant.reach()));
            case EndGrant end -> List.of(new CommandPlace.OfGrant(end.account(), end.grant()));
            case CorrectGrant correct -> List.of(new CommandPlace.OfGrant(correct.account(), correct.grant()));
            case LinkAccount link ->
                link.member() == null
                        ? List.of(account)
                        : List.of(account, new CommandPlace.PersonalDataOf(link.member()));
            case UnlinkAccount _ -> List.of(account);
        };
    }
}
