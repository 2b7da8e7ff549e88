package vn.soto.domain.policy;

import java.util.List;
import vn.soto.domain.policy.PolicyCommand.AdoptPolicy;
import vn.soto.domain.shared.Place;

/** What commands about policies touch: everybody. */
public final class PolicyPlaces {

    private PolicyPlaces() {}

    public static List<Place> of(PolicyCommand command) {
        return switch (command) {
            case AdoptPolicy _ -> List.of(Place.WHOLE_LEDGER);
        };
    }
}
