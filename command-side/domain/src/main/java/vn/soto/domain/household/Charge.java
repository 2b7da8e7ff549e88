package vn.soto.domain.household;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.household.Responsible;
import vn.soto.domain.shared.ReadOnlyAggregates;

/** The responsible member of a household and the first day of the responsibility. */
public record Charge(Responsible responsible, LocalDate since) {

    /**
     * The responsibility of that day, or the next one if nobody is responsible then. It is absent if there is none, or if
     * that member cannot act for the team.
     */
    public static @Nullable Charge of(@Nullable HouseholdId household, LocalDate today, ReadOnlyAggregates consulted) {
        return Optional.ofNullable(household)
                .flatMap(known -> consulted.ask(Household.class, known, asked -> asked.charge(today)))
                .filter(found -> ResidenceRules.isActive(found.responsible, found.onOrAfter(today), consulted))
                .orElse(null);
    }

    /** The day, or the first of the responsibility if that is still to come. */
    private LocalDate onOrAfter(LocalDate day) {
        return day.isBefore(since) ? since : day;
    }
}
