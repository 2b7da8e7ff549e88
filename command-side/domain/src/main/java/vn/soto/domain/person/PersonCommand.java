package vn.soto.domain.person;

import static vn.soto.contracts.access.Role.LEADER;
import static vn.soto.contracts.access.Role.OFFICER;
import static vn.soto.contracts.access.Role.ORGANISATION_OFFICER;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.business.BusinessId;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.person.DataRequestId;
import vn.soto.contracts.person.ErasureBasis;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.person.SubjectKind;
import vn.soto.contracts.shared.Sealed;
import vn.soto.contracts.support.SupportRequestId;
import vn.soto.contracts.team.MemberId;
import vn.soto.domain.shared.ClientCommand;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.CommandPlace;
import vn.soto.domain.shared.Corrects;
import vn.soto.domain.shared.DataSubject;
import vn.soto.domain.shared.HasReason;
import vn.soto.domain.shared.Introduces;
import vn.soto.domain.shared.ReasonList;
import vn.soto.domain.shared.Reasons;

/** Commands about the personal data of a subject. */
public sealed interface PersonCommand extends Command {

    Subject about();

    @TargetAggregateIdentifier
    default String personalData() {
        return PersonalData.idOf(about());
    }

    /** Records a member's personal data as a whole; replaces earlier data. */
    @ClientCommand(
            as = "record-member-profile",
            at = "members/{member}/profile",
            by = {OFFICER, LEADER, ORGANISATION_OFFICER})
    record RecordMemberProfile(
            @DataSubject @Introduces MemberId member,
            Sealed name,
            @Nullable Sealed phone) implements PersonCommand {

        @Override
        public Subject about() {
            return Subject.of(member);
        }
    }

    /** Records a household's contact data as a whole; replaces earlier data. */
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
        public Subject about() {
            return Subject.of(household);
        }
    }

    /**
     * Erases the subject's personal data: its key is destroyed before the command is answered, and no sealed data about
     * it can be decrypted again.
     */
    @Reasons(ReasonList.ERASURE)
    interface Erasure extends HasReason {

        Subject about();

        ErasureBasis basis();

        @Override
        String reason();
    }

    @ClientCommand(as = "erase-member-data", at = "members/{member}/erasure")
    record EraseMemberData(MemberId member, ErasureBasis basis, String reason) implements PersonCommand, Erasure {

        @Override
        public Subject about() {
            return Subject.of(member);
        }
    }

    @ClientCommand(as = "erase-household-data", at = "households/{household}/erasure")
    record EraseHouseholdData(HouseholdId household, ErasureBasis basis, String reason)
            implements PersonCommand, Erasure {

        @Override
        public Subject about() {
            return Subject.of(household);
        }
    }

    @ClientCommand(as = "erase-business-data", at = "businesses/{business}/erasure")
    record EraseBusinessData(BusinessId business, ErasureBasis basis, String reason) implements PersonCommand, Erasure {

        @Override
        public Subject about() {
            return Subject.of(business);
        }
    }

    /**
     * Erases the requester's data of a support request that names no household; with a household, they are erased
     * together with the household's data.
     */
    @ClientCommand(as = "erase-request-data", at = "requests/{request}/erasure")
    record EraseRequestData(SupportRequestId request, ErasureBasis basis, String reason)
            implements PersonCommand, Erasure {

        @Override
        public Subject about() {
            return Subject.of(request);
        }
    }

    /**
     * Stops the recording of personal data about a subject from that day on; what is there stays and is not changed.
     *
     * @param dataRequest request for it; absent if there was another cause, which the reason states
     */
    @Reasons(ReasonList.RESTRICTION)
    @ClientCommand(as = "restrict-processing", at = "persons/{subject}/restriction")
    @Corrects(LiftRestriction.class)
    record RestrictProcessing(
            Subject subject, LocalDate since, @Nullable DataRequestId dataRequest, String reason)
            implements PersonCommand, HasReason {

        @Override
        public Subject about() {
            return subject;
        }
    }

    /** @param since first day on which personal data may be recorded again */
    @Reasons(ReasonList.RESTRICTION)
    @ClientCommand(as = "lift-restriction", at = "persons/{subject}/restriction/end")
    @Corrects(RestrictProcessing.class)
    record LiftRestriction(Subject subject, LocalDate since, String reason) implements PersonCommand, HasReason {

        @Override
        public Subject about() {
            return subject;
        }
    }

    /** The place that commands about personal data touch: the person. */
    @Override
    default List<CommandPlace> touches() {
        return List.of(
                switch (this) {
                    case RecordMemberProfile record -> new CommandPlace.PersonalDataOf(record.member());
                    case EraseMemberData erase -> new CommandPlace.PersonalDataOf(erase.member());
                    case RecordHouseholdContact record -> new CommandPlace.OfHousehold(record.household());
                    case EraseHouseholdData erase -> new CommandPlace.OfHousehold(erase.household());
                    case EraseBusinessData erase -> new CommandPlace.OfBusiness(erase.business());
                    case EraseRequestData erase -> new CommandPlace.OfRequest(erase.request());
                    case RestrictProcessing restrict -> data(restrict.subject());
                    case LiftRestriction lift -> data(lift.subject());
                });
    }

    private static CommandPlace data(Subject subject) {
        return subject.kind() == SubjectKind.MEMBER
                ? new CommandPlace.PersonalDataOf(new MemberId(subject.id()))
                : CommandPlace.of(subject);
    }
}
