package vn.soto.domain.household;

import java.util.List;
import vn.soto.domain.household.ConsentCommand.CorrectConsent;
import vn.soto.domain.household.ConsentCommand.RecordConsent;
import vn.soto.domain.household.ConsentCommand.TakeBackConsentWithdrawal;
import vn.soto.domain.household.ConsentCommand.WithdrawConsent;
import vn.soto.domain.shared.Place;

/** What commands about consents touch. */
public final class ConsentPlaces {

    private ConsentPlaces() {}

    public static List<Place> of(ConsentCommand command) {
        Place household = new Place.OfHousehold(command.household());
        return switch (command) {
            case RecordConsent record -> List.of(household, new Place.OfTeam(record.team()));
            case CorrectConsent correct -> List.of(household, new Place.OfTeam(correct.team()));
            case WithdrawConsent _, TakeBackConsentWithdrawal _ -> List.of(household);
        };
    }
}
