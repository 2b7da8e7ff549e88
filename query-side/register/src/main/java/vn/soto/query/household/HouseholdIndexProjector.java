package vn.soto.query.household;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.soto.contracts.household.HouseholdEvent;
import vn.soto.contracts.household.HouseholdEvent.HouseholdAssigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdReassigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRegistered;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRelocated;
import vn.soto.contracts.household.HouseholdEvent.HouseholdReturned;
import vn.soto.projection.Batch;
import vn.soto.projection.EventProjector;
import vn.soto.projection.log.IndexEntry;
import vn.soto.projection.log.LogType;
import vn.soto.projection.source.EventContext;

/**
 * Indexes of the households that ever came to live in a unit and of those ever assigned to a member. An event changes
 * at most one index, so segments run in parallel.
 */
@Component
final class HouseholdIndexProjector extends EventProjector<HouseholdEvent> {

    static final LogType<IndexEntry, Long> HOUSEHOLDS = LogType.index("household-rolls");

    HouseholdIndexProjector() {
        super(
                "household-rolls",
                HouseholdEvent.class,
                event -> place(event).orElse("other"),
                HOUSEHOLDS.documentTypes());
    }

    @Override
    protected void fold(HouseholdEvent event, EventContext at, Batch batch) {
        IndexEntry entry = new IndexEntry(event.household().value(), at.position(), at.commit());
        place(event).ifPresent(place -> HOUSEHOLDS.append(place, entry, batch));
    }

    private static Optional<String> place(HouseholdEvent event) {
        return switch (event) {
            case HouseholdRegistered registered ->
                Optional.of(unit(registered.unit().value()));
            case HouseholdRelocated moved -> Optional.of(unit(moved.unit().value()));
            case HouseholdReturned back -> Optional.of(unit(back.unit().value()));
            case HouseholdAssigned assigned ->
                Optional.of(member(assigned.to().member().value()));
            case HouseholdReassigned passed ->
                Optional.of(member(passed.to().member().value()));
            default -> Optional.empty();
        };
    }

    static String unit(String unit) {
        return "unit:" + unit;
    }

    static String member(String member) {
        return "member:" + member;
    }
}
