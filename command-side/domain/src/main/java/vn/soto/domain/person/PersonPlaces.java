package vn.soto.domain.person;

import java.util.List;
import vn.soto.domain.person.PersonCommand.EraseBusinessData;
import vn.soto.domain.person.PersonCommand.EraseHouseholdData;
import vn.soto.domain.person.PersonCommand.EraseMemberData;
import vn.soto.domain.person.PersonCommand.EraseRequestData;
import vn.soto.domain.person.PersonCommand.RecordHouseholdContact;
import vn.soto.domain.person.PersonCommand.RecordMemberProfile;
import vn.soto.domain.shared.CommandPlace;

/** What commands about personal data touch: the person. */
public final class PersonPlaces {

    private PersonPlaces() {}

    public static List<CommandPlace> of(PersonCommand command) {
        return List.of(
                switch (command) {
                    case RecordMemberProfile record -> new CommandPlace.PersonalDataOf(record.member());
                    case EraseMemberData erase -> new CommandPlace.PersonalDataOf(erase.member());
                    case RecordHouseholdContact record -> new CommandPlace.OfHousehold(record.household());
                    case EraseHouseholdData erase -> new CommandPlace.OfHousehold(erase.household());
                    case EraseBusinessData erase -> new CommandPlace.OfBusiness(erase.business());
                    case EraseRequestData erase -> new CommandPlace.OfRequest(erase.request());
                });
    }
}
