package vn.soto.domain.person;

import static vn.soto.domain.person.PersonRule.PERSONAL_DATA_START_WITH_A_NAME;

import org.jspecify.annotations.Nullable;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.person.PersonEvent;
import vn.soto.contracts.person.PersonEvent.HouseholdContactRecorded;
import vn.soto.contracts.person.PersonEvent.MemberProfileRecorded;
import vn.soto.contracts.shared.Sealed;
import vn.soto.contracts.team.MemberId;
import vn.soto.domain.shared.CoWrittenAggregates;
import vn.soto.domain.shared.PersonalRecords;

/** Writes {@link PersonalData} beside the target of a command. */
public record CoWrittenPersonalData(CoWrittenAggregates alsoWritten) implements PersonalRecords {

    @Override
    public void member(MemberId member, @Nullable Sealed name, @Nullable Sealed phone) {
        if (name != null) {
            record(new MemberProfileRecorded(member, name, phone));
        } else {
            PERSONAL_DATA_START_WITH_A_NAME.require(phone == null);
        }
    }

    @Override
    public void household(
            HouseholdId household, @Nullable Sealed headName, @Nullable Sealed phone, @Nullable Sealed address) {
        if (headName != null) {
            record(new HouseholdContactRecorded(household, headName, phone, address));
        } else {
            PERSONAL_DATA_START_WITH_A_NAME.require(phone == null && address == null);
        }
    }

    private void record(PersonEvent event) {
        alsoWritten.change(
                PersonalData.class, PersonalData.idOf(event.subject()), PersonalData::new, data -> data.record(event));
    }
}
