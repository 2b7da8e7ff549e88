package vn.soto.domain.person;

import java.util.List;
import vn.soto.domain.person.PersonCommand.EraseBusinessData;
import vn.soto.domain.person.PersonCommand.EraseHouseholdData;
import vn.soto.domain.person.PersonCommand.EraseMemberData;
import vn.soto.domain.person.PersonCommand.EraseRequestData;
import vn.soto.domain.person.PersonCommand.RecordHouseholdContact;
import vn.soto.domain.person.PersonCommand.RecordMemberProfile;
import vn.soto.domain.shared.Place;

/** What commands about personal data touch: the person. */
public final class PersonPlaces {

    private PersonPlaces() {}

    public static List<Place> of(PersonCommand command) {
        return List.of(
                switch (command) {
                    case RecordMemberProfile record -> new Place.PersonalDataOf(record.member());
                    case EraseMemberData erase -> new Place.PersonalDataOf(erase.member());
                    case RecordHouseholdContact record -> new Place.OfHousehold(record.household());
                    case EraseHouseholdData erase -> new Place.OfHousehold(erase.household());
                    case EraseBusinessData erase -> new Place.OfBusiness(erase.business());
                    case EraseRequestData erase -> new Place.OfRequest(erase.request());
                });
    }
}
