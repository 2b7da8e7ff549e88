package vn.soto.domain.person;

import java.util.List;
import vn.soto.contracts.business.BusinessId;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.support.SupportRequestId;
import vn.soto.contracts.team.MemberId;
import vn.soto.domain.person.DataRequestCommand.AnswerDataRequest;
import vn.soto.domain.person.DataRequestCommand.CarryOutDataRequest;
import vn.soto.domain.person.DataRequestCommand.ExtendDataRequest;
import vn.soto.domain.person.DataRequestCommand.ReceiveDataRequest;
import vn.soto.domain.person.DataRequestCommand.RefuseDataRequest;
import vn.soto.domain.person.PersonCommand.EraseBusinessData;
import vn.soto.domain.person.PersonCommand.EraseHouseholdData;
import vn.soto.domain.person.PersonCommand.EraseMemberData;
import vn.soto.domain.person.PersonCommand.EraseRequestData;
import vn.soto.domain.person.PersonCommand.LiftRestriction;
import vn.soto.domain.person.PersonCommand.RecordHouseholdContact;
import vn.soto.domain.person.PersonCommand.RecordMemberProfile;
import vn.soto.domain.person.PersonCommand.RestrictProcessing;
import vn.soto.domain.shared.CommandPlace;

/** What commands about personal data and about requests of persons touch: the person. */
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
                    case RestrictProcessing restrict -> of(restrict.subject());
                    case LiftRestriction lift -> of(lift.subject());
                });
    }

    public static List<CommandPlace> of(DataRequestCommand command) {
        return List.of(
                switch (command) {
                    case ReceiveDataRequest received -> of(received.subject());
                    case AnswerDataRequest _, ExtendDataRequest _, CarryOutDataRequest _, RefuseDataRequest _ ->
                        new CommandPlace.OfDataRequest(command.dataRequest());
                });
    }

    /** Where the data of a subject lie. */
    public static CommandPlace of(Subject subject) {
        return switch (subject.kind()) {
            case MEMBER -> new CommandPlace.PersonalDataOf(new MemberId(subject.id()));
            case HOUSEHOLD -> new CommandPlace.OfHousehold(new HouseholdId(subject.id()));
            case BUSINESS -> new CommandPlace.OfBusiness(new BusinessId(subject.id()));
            case REQUEST -> new CommandPlace.OfRequest(new SupportRequestId(subject.id()));
        };
    }
}
