package vn.soto.domain.stipend;

import java.util.List;
import vn.soto.domain.shared.CommandPlace;

/** What commands about stipends touch: everybody's rates, a team's mobilisation days, a unit's statement. */
public final class StipendPlaces {

    private StipendPlaces() {}

    public static List<CommandPlace> of(StipendPolicyCommand command) {
        return switch (command) {
            case StipendPolicyCommand.AdoptStipendPolicy _ -> List.of(CommandPlace.WHOLE_LEDGER);
        };
    }

    public static List<CommandPlace> of(MobilisationCommand command) {
        return List.of(new CommandPlace.OfTeam(command.team()));
    }

    public static List<CommandPlace> of(StipendStatementCommand command) {
        return List.of(new CommandPlace.InUnit(command.unit()));
    }
}
