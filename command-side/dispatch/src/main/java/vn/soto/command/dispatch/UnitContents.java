package vn.soto.command.dispatch;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceCorrected;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRecorded;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVoided;
import vn.soto.contracts.assistance.Beneficiary;
import vn.soto.contracts.business.BusinessEvent.BusinessRegistered;
import vn.soto.contracts.business.BusinessEvent.BusinessRelocated;
import vn.soto.contracts.business.BusinessEvent.BusinessRelocationCorrected;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRegistered;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRelocated;
import vn.soto.contracts.household.HouseholdEvent.HouseholdReturned;
import vn.soto.contracts.household.HouseholdEvent.RegistrationWithdrawn;
import vn.soto.contracts.household.HouseholdEvent.RelocationCorrected;
import vn.soto.contracts.household.HouseholdEvent.RelocationWithdrawn;
import vn.soto.contracts.household.HouseholdEvent.ReturnCorrected;
import vn.soto.contracts.outreach.OutreachEvent.OutreachScheduled;
import vn.soto.contracts.plan.PlanId;
import vn.soto.contracts.shared.DayHistory;
import vn.soto.contracts.shared.DayHistory.Meant;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Id;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestReceived;
import vn.soto.contracts.unit.UnitEvent;
import vn.soto.contracts.unit.UnitEvent.UnitChangeUndone;
import vn.soto.contracts.unit.UnitEvent.UnitMerged;
import vn.soto.contracts.unit.UnitEvent.UnitSplit;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitState;
import vn.soto.contracts.unit.UnitStep;
import vn.soto.ledger.Commit;

/** The units in which households, records and units are, and the ends of units, as events tell them. */
final class UnitContents {

    private static final Set<String> READ = Set.of(
            "assistance.corrected",
            "assistance.recorded",
            "assistance.voided",
            "business.registered",
            "business.relocated",
            "business.relocation-corrected",
            "household.registered",
            "household.relocated",
            "household.relocation-corrected",
            "household.relocation-withdrawn",
            "household.return-corrected",
            "household.returned",
            "household.registration-withdrawn",
            "outreach.scheduled",
            "support-request.received");
    private static final String UNITS = "unit.";

    private final Map<Id, Place> households = new HashMap<>();
    private final Map<Id, DayHistory<Place>> moves = new HashMap<>();
    private final Map<Id, Place> records = new HashMap<>();
    private final Map<String, String> plans = new HashMap<>();
    private final Map<UnitId, UnitState> units = new HashMap<>();
    private final Map<UnitId, Ending> endings = new HashMap<>();

    /**
     * @param by source of the statement
     * @param of household or business that a record is about
     */
    record Place(UnitId unit, Source by, @Nullable Id of) {

        long commit() {
            return by.commit;
        }
    }

    /** @param plan correlation of the plan to which the commit belongs; absent if it belongs to none */
    record Source(long commit, @Nullable String plan) {}

    /** @param commit that says so */
    record Ending(List<UnitId> successors, long commit) {}

    /** Whether an event with that stored name is to be added. */
    static boolean dependOn(String name) {
        return READ.contains(name) || name.startsWith(UNITS);
    }

    void add(DomainEvent event, Commit from) {
        String plan = from.correlation().startsWith(PlanId.CORRELATION)
                ? plans.computeIfAbsent(from.correlation(), known -> known)
                : null;
        add(event, new Source(from.number(), plan));
    }

    private void add(DomainEvent event, Source by) {
        switch (event) {
            case HouseholdRegistered it -> households.put(it.household(), new Place(it.unit(), by, null));
            case HouseholdRelocated it ->
                moved(it.household(), new Place(it.unit(), by, null), it.effectiveFrom(), households);
            case HouseholdReturned it ->
                moved(it.household(), new Place(it.unit(), by, null), it.effectiveFrom(), households);
            case RelocationCorrected it ->
                corrected(it.household(), it.enteredFrom(), it.effectiveFrom(), it.meant(), households);
            case RelocationWithdrawn it -> withdrawn(it);
            case ReturnCorrected it ->
                corrected(it.household(), it.enteredFrom(), it.effectiveFrom(), Meant.by(it.to()::equals), households);
            case RegistrationWithdrawn it -> {
                households.remove(it.household());
                moves.remove(it.household());
            }
            case AssistanceRecorded it -> records.put(it.assistance(), place(it.beneficiary(), by));
            case AssistanceCorrected it -> records.put(it.assistance(), place(it.beneficiary(), by));
            case AssistanceVoided it -> records.remove(it.assistance());
            case BusinessRegistered it -> records.put(it.business(), new Place(it.unit(), by, null));
            case BusinessRelocated it ->
                moved(it.business(), new Place(it.unit(), by, null), it.effectiveFrom(), records);
            case BusinessRelocationCorrected it -> corrected(it);
            case OutreachScheduled it -> records.put(it.session(), new Place(it.unit(), by, null));
            case SupportRequestReceived it -> records.put(it.request(), new Place(it.unit(), by, it.household()));
            case UnitEvent it -> unit(it, by.commit);
            default -> {
                // names no unit in which something is
            }
        }
    }

    /** A move may come before one that is to come. */
    private void moved(Id moving, Place to, LocalDate from, Map<Id, Place> places) {
        DayHistory<Place> history = moves.computeIfAbsent(moving, none -> new DayHistory<>());
        Place first = places.get(moving);
        if (history.isEmpty() && first != null) {
            history.put(LocalDate.MIN, first);
        }
        history.put(from, to);
        places.put(moving, history.latest());
    }

    private void corrected(Id moved, LocalDate entered, LocalDate right, Meant<UnitId> meant, Map<Id, Place> places) {
        DayHistory<Place> history = moves.get(moved);
        if (history != null && history.move(entered, right, meant.of(Place::unit), place -> place)) {
            places.put(moved, history.latest());
        }
    }

    private void withdrawn(RelocationWithdrawn move) {
        DayHistory<Place> history = moves.get(move.household());
        if (history != null && history.remove(move.enteredFrom(), move.meant().of(Place::unit))) {
            households.put(move.household(), history.latest());
        }
    }

    private void corrected(BusinessRelocationCorrected move) {
        DayHistory<Place> history = moves.get(move.business());
        if (history != null) {
            history.moveLast(move.enteredFrom(), move.effectiveFrom());
            records.put(move.business(), history.latest());
        }
    }

    private static Place place(Beneficiary helped, Source by) {
        return new Place(helped.unit(), by, helped.household() == null ? helped.business() : helped.household());
    }

    private void unit(UnitEvent event, long commit) {
        units.put(event.unit(), units.getOrDefault(event.unit(), UnitState.NONE).after(event));
        switch (event) {
            case UnitMerged merged -> endings.put(merged.unit(), new Ending(List.of(merged.into()), commit));
            case UnitSplit split -> endings.put(split.unit(), new Ending(split.into(), commit));
            case UnitChangeUndone undone when undone.change().ends() -> endings.remove(undone.unit());
            default -> {
                // ends nothing
            }
        }
    }

    /** Each household with each place in which it is on that day or later. */
    void households(LocalDate day, BiConsumer<Id, Place> each) {
        households.forEach((id, last) -> places(id, last, day).forEach(place -> each.accept(id, place)));
    }

    /** Each record with each place in which it is on that day or later. */
    void records(LocalDate day, BiConsumer<Id, Place> each) {
        records.forEach((id, last) -> places(id, last, day).forEach(place -> each.accept(id, place)));
    }

    private Stream<Place> places(Id id, Place last, LocalDate day) {
        DayHistory<Place> history = moves.get(id);
        return history == null
                ? Stream.of(last)
                : history.daysFrom(day).map(history::on).filter(place -> isThere(place.unit, history, day));
    }

    /** Whether it is in the unit on that day or later, on some day on which the unit is there. */
    private boolean isThere(UnitId unit, DayHistory<Place> history, LocalDate day) {
        UnitState known = units.get(unit);
        LocalDate first = known == null ? day : known.steps().getFirst().from();
        return history.daysFrom(first.isAfter(day) ? first : day)
                .map(history::on)
                .anyMatch(place -> place.unit.equals(unit));
    }

    /** The units, without withdrawn ones, that lie in a unit on that day or later, or did last. */
    List<UnitId> unitsIn(Set<UnitId> parents, LocalDate day) {
        return units.entrySet().stream()
                .filter(unit -> !unit.getValue().withdrawn())
                .filter(unit -> parents(unit.getValue(), day).anyMatch(parents::contains))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Stream<UnitId> parents(UnitState unit, LocalDate day) {
        return Stream.concat(
                        Stream.of(day),
                        unit.steps().stream().map(UnitStep::from).filter(from -> from.isAfter(day)))
                .flatMap(from -> unit.parentOn(from).stream());
    }

    /** How the unit has ended; absent while it goes on, and without a successor. */
    @Nullable
    Ending ending(UnitId unit) {
        return endings.get(unit);
    }

    /** Whether the household or business that a record is about is recorded in the unit, or in one that became it as a whole. */
    boolean isOfSomebodyIn(UnitId unit, Place record) {
        Place home = record.of == null ? null : households.getOrDefault(record.of, records.get(record.of));
        UnitId at = home == null ? null : home.unit;
        while (at != null && !at.equals(unit)) {
            Ending end = endings.get(at);
            at = end == null || end.successors.size() != 1 ? null : end.successors.getFirst();
        }
        return at != null;
    }
}
