package vn.soto.command.dispatch;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.axon.PastEvent;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceStated;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVoided;
import vn.soto.contracts.assistance.Beneficiary;
import vn.soto.contracts.business.BusinessEvent.BusinessRegistered;
import vn.soto.contracts.business.BusinessEvent.BusinessRelocated;
import vn.soto.contracts.business.BusinessId;
import vn.soto.contracts.correction.HomeChange;
import vn.soto.contracts.household.HouseholdEvent;
import vn.soto.contracts.household.HouseholdEvent.RegistrationWithdrawn;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.outreach.OutreachEvent.OutreachScheduled;
import vn.soto.contracts.shared.DayHistory;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Id;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestReceived;
import vn.soto.contracts.unit.UnitId;
import vn.soto.events.EventCodec;
import vn.soto.ledger.Commit;
import vn.soto.ledger.LedgerReader;

/**
 * Households, businesses and records that commits from one on put into some units. Records are kept as the commits tell them; of a
 * household or business, which may move, the own events are read when somebody asks. For one thread.
 */
final class UnitContents {

    /** Stored names of the events that put something into a unit, or take back a record. */
    private static final Set<String> PUTTING = Set.of(
            "assistance.corrected",
            "assistance.recorded",
            "assistance.voided",
            "business.registered",
            "business.relocated",
            "household.registered",
            "household.relocated",
            "household.returned",
            "outreach.scheduled",
            "support-request.received");

    private final Set<UnitId> units;
    private final UnitTree tree;
    private final PastEvents past;
    private final LedgerCatchUp ledger;
    private final Map<Id, Place> records = new HashMap<>();
    private final Set<HouseholdId> households = new LinkedHashSet<>();
    private final Set<BusinessId> businesses = new LinkedHashSet<>();

    /**
     * @param commit that says so
     * @param of     household or business that a record is about
     */
    record Place(UnitId unit, long commit, @Nullable Id of) {}

    /** @param commit the first that is read: none before it names one of the units */
    UnitContents(Set<UnitId> units, long commit, UnitTree tree, LedgerReader ledger, EventCodec codec) {
        this.units = units;
        this.tree = tree;
        this.past = PastEvents.in(ledger, codec);
        this.ledger = LedgerCatchUp.of(
                        ledger,
                        codec,
                        stored -> PUTTING.contains(stored.event().type().name()),
                        this::add)
                .from(commit - 1);
    }

    /** Whether it is about exactly these units. */
    boolean isOf(Set<UnitId> asked) {
        return units.equals(asked);
    }

    /** Reads to the end of the ledger. */
    void catchUp() {
        ledger.catchUp();
    }

    private void add(DomainEvent event, Commit from) {
        switch (event) {
            case AssistanceStated it -> put(it.assistance(), place(it.beneficiary(), from));
            case AssistanceVoided it -> records.remove(it.assistance());
            case OutreachScheduled it -> put(it.session(), new Place(it.unit(), from.number(), null));
            case SupportRequestReceived it -> put(it.request(), new Place(it.unit(), from.number(), it.household()));
            case BusinessRegistered it -> put(businesses, it.business(), it.unit());
            case BusinessRelocated it -> put(businesses, it.business(), it.unit());
            case HouseholdEvent it -> put(households, it.household(), it.unit());
            default -> throw new IllegalStateException("puts nothing into a unit: " + event);
        }
    }

    private static Place place(Beneficiary helped, Commit from) {
        return new Place(
                helped.unit(), from.number(), helped.household() == null ? helped.business() : helped.household());
    }

    private void put(Id record, Place place) {
        if (units.contains(place.unit)) {
            records.put(record, place);
        } else {
            records.remove(record);
        }
    }

    private <T> void put(Set<T> into, T id, UnitId unit) {
        if (units.contains(unit)) {
            into.add(id);
        }
    }

    /** Each household with each place in which it is on that day or later. */
    void households(LocalDate day, BiConsumer<Id, Place> each) {
        households.forEach(id -> places(id, day).forEach(place -> each.accept(id, place)));
    }

    /** Each record, and each business with each place in which it is on that day or later. */
    void records(LocalDate day, BiConsumer<Id, Place> each) {
        records.forEach(each);
        businesses.forEach(id -> places(id, day).forEach(place -> each.accept(id, place)));
    }

    private Stream<Place> places(Id moving, LocalDate day) {
        DayHistory<Place> homes = homes(moving);
        return homes.isEmpty()
                ? Stream.empty()
                : homes.daysFrom(day).map(homes::on).filter(place -> isThere(place.unit, homes, day));
    }

    /** Of a household or business, as its events tell them; empty once its registration is withdrawn. */
    private DayHistory<Place> homes(Id moving) {
        DayHistory<Place> homes = new DayHistory<>();
        for (PastEvent event : past.of(moving.value(), Long.MAX_VALUE)) {
            if (event.event() instanceof RegistrationWithdrawn) {
                return new DayHistory<>();
            }
            HomeChange.by(event.event())
                    .ifPresent(
                            change -> change.change(homes, unit -> new Place(unit, event.commit(), null), Place::unit));
        }
        return homes;
    }

    /** Whether it is in the unit on that day or later, on some day on which the unit is there. */
    private boolean isThere(UnitId unit, DayHistory<Place> homes, LocalDate day) {
        LocalDate first = tree.firstDay(unit).orElse(day);
        return homes.daysFrom(first.isAfter(day) ? first : day)
                .map(homes::on)
                .anyMatch(place -> place.unit.equals(unit));
    }

    /** Whether the household or business that a record is about is recorded in the unit, or in one that became it as a whole. */
    boolean isOfSomebodyIn(UnitId unit, Place record) {
        DayHistory<Place> homes = record.of == null ? new DayHistory<>() : homes(record.of);
        UnitId at = homes.isEmpty() ? null : homes.latest().unit;
        while (at != null && !at.equals(unit)) {
            at = tree.ending(at)
                    .map(UnitTree.Ending::successors)
                    .filter(successors -> successors.size() == 1)
                    .map(List::getFirst)
                    .orElse(null);
        }
        return at != null;
    }
}
