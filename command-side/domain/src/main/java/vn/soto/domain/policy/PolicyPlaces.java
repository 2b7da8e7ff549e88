package vn.soto.domain.policy;

import java.util.List;
import vn.soto.domain.policy.PolicyCommand.AdoptPolicy;
import vn.soto.domain.shared.CommandPlace;

/** What commands about policies touch: everybody. */
public final class PolicyPlaces {

    private PolicyPlaces() {}

    public static List<CommandPlace> of(PolicyCommand command) {
        return switch (command) {
            case AdoptPolicy _ -> List.of(CommandPlace.WHOLE_LEDGER);
        };
    }
}
