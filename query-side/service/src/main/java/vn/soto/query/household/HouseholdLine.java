package vn.soto.query.household;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.soto.query.household.Household.Charge;

/**
 * A household in a list.
 *
 * @param unit    unit in which it lives, through the successors of the unit of its record
 * @param team    team of the responsible {@code member}, with the first day; absent while there is none
 * @param absence why that member cannot act for it; absent if the member can
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record HouseholdLine(
        String household,
        String unit,
        String reference,
        @Nullable String team,
        @Nullable String member,
        @Nullable LocalDate since,
        @Nullable Absence absence) {

    static HouseholdLine of(Household household, String unit, ActiveMembers.Check members, long asOf) {
        Optional<Charge> charge = household.charge(asOf);
        return charge.map(by -> new HouseholdLine(
                        household.id(),
                        unit,
                        household.reference(asOf),
                        by.team(),
                        by.member(),
                        by.effectiveFrom(),
                        members.absence(by).isPresent() ? members.absence(by).get() : null))
                .orElseGet(() ->
                        new HouseholdLine(household.id(), unit, household.reference(asOf), null, null, null, null));
    }

    /** Whether nobody acts for it. */
    boolean unassigned() {
        return member == null || absence != null;
    }
}
