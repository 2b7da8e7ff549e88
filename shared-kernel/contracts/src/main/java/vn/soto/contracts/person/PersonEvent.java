package vn.soto.contracts.person;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.shared.Dated;
import vn.soto.contracts.shared.ProductEvent;
import vn.soto.contracts.shared.Sealed;
import vn.soto.contracts.shared.StoredAs;
import vn.soto.contracts.team.MemberId;

/** Events of one subject's personal data. */
public sealed interface PersonEvent extends ProductEvent {

    Subject subject();

    @Override
    default Set<String> tags() {
        return Set.of(subject().toString());
    }

    /** Replaces a member's personal data as a whole. */
    @StoredAs("personal-data.member-recorded.v1")
    record MemberProfileRecorded(
            MemberId member, Sealed name, @Nullable Sealed phone) implements PersonEvent {

        @Override
        public Subject subject() {
            return Subject.of(member);
        }
    }

    /** Replaces a household's contact data as a whole. */
    @StoredAs("personal-data.household-recorded.v1")
    record HouseholdContactRecorded(
            HouseholdId household,
            Sealed headName,
            @Nullable Sealed phone,
            @Nullable Sealed address) implements PersonEvent {

        @Override
        public Subject subject() {
            return Subject.of(household);
        }
    }

    /**
     * The subject's key is destroyed: none of its sealed data in the ledger can be opened again.
     *
     * @param keptUntil last day of the policy's period of keeping; absent for another basis, and before the second version
     */
    @StoredAs("personal-data.erased.v2")
    record PersonalDataErased(
            Subject subject, ErasureBasis basis, @Nullable LocalDate keptUntil) implements PersonEvent {}

    /**
     * From that day on no personal data about the subject are recorded, until the restriction is lifted; what is there stays.
     *
     * @param dataRequest request for it; absent if there was another cause, which the reason in the commit states
     */
    @StoredAs("personal-data.restricted.v1")
    record ProcessingRestricted(
            Subject subject, LocalDate since, @Nullable DataRequestId dataRequest)
            implements PersonEvent, Dated.Since {}

    /** @param since first day on which personal data may be recorded again */
    @StoredAs("personal-data.restriction-lifted.v1")
    record RestrictionLifted(Subject subject, LocalDate since) implements PersonEvent, Dated.Since {}
}
