package vn.soto.contracts.household;

import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.StoredAs;
import vn.soto.contracts.unit.UnitId;

/** Everything that can happen to a household. */
public sealed interface HouseholdEvent extends DomainEvent {

    HouseholdId household();

    UnitId unit();

    /**
     * @param unit      residential unit in which it lives
     * @param reference the commune's own reference code; no name, no citizen number
     */
    @StoredAs("household.registered.v1")
    record HouseholdRegistered(HouseholdId household, UnitId unit, String reference) implements HouseholdEvent {

        @Override
        public Set<String> tags() {
            return Set.of("household:" + household, "unit:" + unit);
        }
    }

    /** The first assignment of a household. */
    @StoredAs("household.assigned.v1")
    record HouseholdAssigned(HouseholdId household, UnitId unit, Responsible to, LocalDate effectiveFrom)
            implements HouseholdEvent {

        @Override
        public Set<String> tags() {
            return Set.of("household:" + household, "team:" + to.team(), "member:" + to.member());
        }
    }

    /** A household passes from one responsible member to another, possibly of another team. */
    @StoredAs("household.reassigned.v1")
    record HouseholdReassigned(
            HouseholdId household, UnitId unit, Responsible from, Responsible to, LocalDate effectiveFrom)
            implements HouseholdEvent {

        @Override
        public Set<String> tags() {
            return Stream.of(
                            "household:" + household,
                            "team:" + from.team(),
                            "team:" + to.team(),
                            "member:" + from.member(),
                            "member:" + to.member())
                    .collect(Collectors.toUnmodifiableSet());
        }
    }
}
