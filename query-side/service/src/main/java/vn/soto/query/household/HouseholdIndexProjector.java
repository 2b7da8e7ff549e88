package vn.soto.query.household;

import java.util.List;
import java.util.Optional;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;
import vn.soto.contracts.household.HouseholdEvent;
import vn.soto.contracts.household.HouseholdEvent.DuplicatesChanged;
import vn.soto.contracts.household.HouseholdEvent.HouseholdAssigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdFirstHelped;
import vn.soto.contracts.household.HouseholdEvent.HouseholdLeft;
import vn.soto.contracts.household.HouseholdEvent.HouseholdMerged;
import vn.soto.contracts.household.HouseholdEvent.HouseholdReassigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRegistered;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRelocated;
import vn.soto.contracts.household.HouseholdEvent.HouseholdReturned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdSeparated;
import vn.soto.contracts.household.HouseholdEvent.HouseholdUnassigned;
import vn.soto.contracts.household.HouseholdEvent.RegistrationWithdrawn;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.projection.Batch;
import vn.soto.projection.DocumentType;
import vn.soto.projection.Projector;
import vn.soto.projection.roll.AppendOnlyIndex;
import vn.soto.projection.roll.AppendOnlyIndex.Entry;
import vn.soto.projection.roll.AppendOnlyIndexes;
import vn.soto.projection.source.EventContext;

/**
 * Which households ever came to live in a unit, and which were ever given to a member. An event adds to one roll at most, so
 * rolls are folded alongside each other.
 */
@Component
final class HouseholdIndexProjector implements Projector {

    static final AppendOnlyIndex.Sort ROLLS = AppendOnlyIndex.Sort.named("household-rolls");

    @EventHandler
    void on(HouseholdEvent event, EventContext at, Batch batch) {
        Entry entry = new Entry(event.household().value(), at.position(), at.commit());
        place(event).ifPresent(place -> AppendOnlyIndexes.add(ROLLS, place, entry, batch));
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
            case HouseholdUnassigned ended -> Optional.empty();
            case HouseholdLeft left -> Optional.empty();
            case HouseholdMerged merged -> Optional.empty();
            case HouseholdSeparated separated -> Optional.empty();
            case DuplicatesChanged changed -> Optional.empty();
            case HouseholdFirstHelped helped -> Optional.empty();
            case RegistrationWithdrawn withdrawn -> Optional.empty();
        };
    }

    static String unit(String unit) {
        return "unit:" + unit;
    }

    static String member(String member) {
        return "member:" + member;
    }

    @Override
    public String name() {
        return "household-rolls";
    }

    @Override
    public int segments() {
        return 4;
    }

    @Override
    public List<DocumentType<?>> documentTypes() {
        return ROLLS.kinds();
    }

    @Override
    public String sequence(DomainEvent event) {
        return event instanceof HouseholdEvent of ? place(of).orElse("other") : "other";
    }

    @Override
    public void keysOf(DomainEvent event, DocumentKeys needs) {
        if (event instanceof HouseholdEvent of) {
            place(of).ifPresent(place -> needs.document(ROLLS.current(), place));
        }
    }
}
