package vn.soto.domain.person;

import static vn.soto.domain.shared.CounterCommand.refusedBy;
import static vn.soto.domain.shared.CounterRule.EVENT_HAS_A_COUNTER_COMMAND;
import static vn.soto.domain.shared.CounterRule.EVENT_IS_NOT_FINAL;
import static vn.soto.domain.shared.CounterRule.PERSONAL_DATA_GOES_BY_ERASURE_ONLY;

import java.util.stream.Stream;
import vn.soto.contracts.person.PersonEvent;
import vn.soto.contracts.person.PersonEvent.HouseholdContactRecorded;
import vn.soto.contracts.person.PersonEvent.MemberProfileRecorded;
import vn.soto.contracts.person.PersonEvent.PersonalDataErased;
import vn.soto.contracts.person.PersonEvent.ProcessingRestricted;
import vn.soto.contracts.person.PersonEvent.RestrictionLifted;
import vn.soto.domain.person.PersonCommand.RecordHouseholdContact;
import vn.soto.domain.person.PersonCommand.RecordMemberProfile;
import vn.soto.domain.shared.CounterCommand;
import vn.soto.domain.shared.EarlierEvents;

/**
 * Counter-commands for the events of a subject's personal data: they record the previous data again. The first record
 * has none; only erasure removes it, for good.
 */
public final class PersonCounterCommands {

    private PersonCounterCommands() {}

    public static CounterCommand of(PersonEvent event, EarlierEvents earlier) {
        return switch (event) {
            case MemberProfileRecorded recorded ->
                earlier.restored(
                        before -> before instanceof MemberProfileRecorded known ? Stream.of(known) : Stream.empty(),
                        known -> new RecordMemberProfile(known.member(), known.name(), known.phone()),
                        PERSONAL_DATA_GOES_BY_ERASURE_ONLY);
            case HouseholdContactRecorded recorded ->
                earlier.restored(
                        before -> before instanceof HouseholdContactRecorded known ? Stream.of(known) : Stream.empty(),
                        known -> new RecordHouseholdContact(
                                known.household(), known.headName(), known.phone(), known.address()),
                        PERSONAL_DATA_GOES_BY_ERASURE_ONLY);
            case PersonalDataErased _ -> refusedBy(EVENT_IS_NOT_FINAL);
            case ProcessingRestricted _, RestrictionLifted _ -> refusedBy(EVENT_HAS_A_COUNTER_COMMAND);
        };
    }
}
