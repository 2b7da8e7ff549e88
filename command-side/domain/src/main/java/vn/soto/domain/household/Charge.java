package vn.soto.domain.household;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.household.Responsible;
import vn.soto.domain.shared.ReadOnlyAggregates;

/** The responsible member of a household and the first day of the responsibility. */
public record Charge(Responsible responsible, LocalDate since) {

    /** The current responsibility; absent if there is none, or if that member cannot act for the team on that day. */
    public static @Nullable Charge of(@Nullable HouseholdId household, LocalDate today, ReadOnlyAggregates consulted) {
        Charge found = household == null ? null : consulted.ask(Household.class, household, Household::charge);
        return found != null && ResidenceRules.isActive(found.responsible, found.onOrAfter(today), consulted)
                ? found
                : null;
    }

    /** The day, or the first of the responsibility if that is still to come. */
    private LocalDate onOrAfter(LocalDate day) {
        return day.isBefore(since) ? since : day;
    }
}
