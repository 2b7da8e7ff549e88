package vn.soto.contracts.person;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.shared.ProductEvent;
import vn.soto.contracts.shared.Sealed;
import vn.soto.contracts.shared.StoredAs;
import vn.soto.contracts.team.MemberId;

/** Everything that can happen to the personal data of one subject. */
public sealed interface PersonEvent extends ProductEvent {

    Subject subject();

    @Override
    default Set<String> tags() {
        return Set.of(subject().toString());
    }

    /** What is known of a member from here on, as a whole. */
    @StoredAs("personal-data.member-recorded.v1")
    record MemberProfileRecorded(
            MemberId member, Sealed name, @Nullable Sealed phone) implements PersonEvent {

        @Override
        public Subject subject() {
            return Subject.of(member);
        }
    }

    /** Whom to ask for in a household from here on, as a whole. */
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

    /** The subject's key is destroyed: nothing sealed about it, anywhere in the ledger, can be opened any more. */
    @StoredAs("personal-data.erased.v1")
    record PersonalDataErased(Subject subject, ErasureBasis basis) implements PersonEvent {}
}
