package vn.soto.domain.person;

import static vn.soto.domain.shared.Role.LEADER;
import static vn.soto.domain.shared.Role.OFFICER;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.business.BusinessId;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.person.ErasureBasis;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.shared.Id;
import vn.soto.contracts.shared.Sealed;
import vn.soto.contracts.shared.Text;
import vn.soto.contracts.support.SupportRequestId;
import vn.soto.contracts.team.MemberId;
import vn.soto.domain.shared.ClientCommand;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.DataSubject;
import vn.soto.domain.shared.HasReason;

/** Everything that can be asked about the personal data of a subject. */
public sealed interface PersonCommand extends Command {

    Id about();

    @TargetAggregateIdentifier
    default String personalData() {
        return PersonalData.idOf(Subject.of(about()));
    }

    /** What is known of a member, as a whole: said again, it replaces what was known. */
    @ClientCommand(
            as = "record-member-profile",
            at = "members/{member}/profile",
            by = {OFFICER, LEADER})
    record RecordMemberProfile(
            @DataSubject MemberId member,
            Sealed name,
            @Nullable Sealed phone) implements PersonCommand {

        @Override
        public Id about() {
            return member;
        }
    }

    /** Whom to ask for in a household, as a whole: said again, it replaces what was known. */
    @ClientCommand(
            as = "record-household-contact",
            at = "households/{household}/contact",
            by = {OFFICER, LEADER})
    record RecordHouseholdContact(
            @DataSubject HouseholdId household,
            Sealed headName,
            @Nullable Sealed phone,
            @Nullable Sealed address) implements PersonCommand {

        @Override
        public Id about() {
            return household;
        }
    }

    /** Destroys the subject's key before it is answered: nothing sealed about it can be opened any more, by anybody. */
    interface Erasure extends HasReason {

        ErasureBasis basis();

        @Override
        String reason();
    }

    @ClientCommand(as = "erase-member-data", at = "members/{member}/erasure")
    record EraseMemberData(MemberId member, ErasureBasis basis, String reason) implements PersonCommand, Erasure {

        public EraseMemberData {
            reason = Text.normalised(reason);
        }

        @Override
        public Id about() {
            return member;
        }
    }

    @ClientCommand(as = "erase-household-data", at = "households/{household}/erasure")
    record EraseHouseholdData(HouseholdId household, ErasureBasis basis, String reason)
            implements PersonCommand, Erasure {

        public EraseHouseholdData {
            reason = Text.normalised(reason);
        }

        @Override
        public Id about() {
            return household;
        }
    }

    @ClientCommand(as = "erase-business-data", at = "businesses/{business}/erasure")
    record EraseBusinessData(BusinessId business, ErasureBasis basis, String reason) implements PersonCommand, Erasure {

        public EraseBusinessData {
            reason = Text.normalised(reason);
        }

        @Override
        public Id about() {
            return business;
        }
    }

    /** What the one who asked said of themselves, where no household is named; else it is erased with the household's. */
    @ClientCommand(as = "erase-request-data", at = "requests/{request}/erasure")
    record EraseRequestData(SupportRequestId request, ErasureBasis basis, String reason)
            implements PersonCommand, Erasure {

        public EraseRequestData {
            reason = Text.normalised(reason);
        }

        @Override
        public Id about() {
            return request;
        }
    }
}
