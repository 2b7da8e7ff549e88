package vn.soto.contracts.household;

import java.time.LocalDate;
import java.util.Set;
import vn.soto.contracts.shared.ProductEvent;
import vn.soto.contracts.shared.StoredAs;

/** Everything that can happen to what a household agrees to; never what it said or who said it. */
public sealed interface ConsentEvent extends ProductEvent {

    HouseholdId household();

    @Override
    default Set<String> tags() {
        return Set.of("household:" + household());
    }

    /** From its day on it holds, in place of an earlier one for the same purpose. */
    @StoredAs("consent.recorded.v1")
    record ConsentRecorded(HouseholdId household, Consent consent) implements ConsentEvent {

        @Override
        public Set<String> tags() {
            return Set.of("household:" + household, "team:" + consent.team(), "member:" + consent.witness());
        }
    }

    /** @param effectiveFrom first day on which it no longer holds */
    @StoredAs("consent.withdrawn.v1")
    record ConsentWithdrawn(HouseholdId household, ConsentPurpose purpose, LocalDate effectiveFrom)
            implements ConsentEvent {}

    /** Something was done that asks for a consent which did not hold on that day: a flag, not an error. */
    @StoredAs("consent.flagged-missing.v1")
    record ConsentFlaggedMissing(HouseholdId household, ConsentPurpose purpose, LocalDate day)
            implements ConsentEvent {}
}
