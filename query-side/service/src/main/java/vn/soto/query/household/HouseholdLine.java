package vn.soto.query.household;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.soto.query.household.Household.Charge;

/**
 * A household in a list.
 *
 * @param team team of the responsible {@code member}, with the first day; absent while there is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record HouseholdLine(
        String household,
        String unit,
        String reference,
        @Nullable String team,
        @Nullable String member,
        @Nullable LocalDate since) {

    static HouseholdLine of(Household household, long asOf) {
        String unit = household.home(asOf).unit();
        Optional<Charge> charge = household.charge(asOf);
        return charge.map(by -> new HouseholdLine(
                        household.id(), unit, household.reference(), by.team(), by.member(), by.effectiveFrom()))
                .orElseGet(() -> new HouseholdLine(household.id(), unit, household.reference(), null, null, null));
    }
}
