package vn.soto.domain.household;

import static vn.soto.domain.household.HouseholdRule.CORRECTED_DAY_DIFFERS;
import static vn.soto.domain.household.HouseholdRule.CORRECTED_DAY_LIES_BETWEEN_ITS_NEIGHBOURS;
import static vn.soto.domain.household.HouseholdRule.RESIDENCE_BEGINS_BEFORE_WHAT_FOLLOWS;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.household.HouseholdEvent;
import vn.soto.contracts.household.HouseholdEvent.ChargeChanged;
import vn.soto.contracts.household.HouseholdEvent.DatedChange;
import vn.soto.contracts.household.HouseholdEvent.DayCorrected;
import vn.soto.contracts.household.HouseholdEvent.HouseholdLeft;
import vn.soto.contracts.household.HouseholdEvent.HouseholdReassigned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRegistered;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRelocated;
import vn.soto.contracts.household.HouseholdEvent.HouseholdReturned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdUnassigned;
import vn.soto.contracts.household.HouseholdEvent.RelocationWithdrawn;
import vn.soto.contracts.household.HouseholdEvent.ResidenceCorrected;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.household.UnassignmentCause;
import vn.soto.contracts.team.TeamId;
import vn.soto.domain.shared.Days;

/** The dated changes of a household in the order of their days; those of one day in the order of recording. */
final class DatedChanges {

    private final List<Change> changes = new ArrayList<>();
    private @Nullable LocalDate livesSince;

    /** @param day as now known; the event has the one entered first */
    record Change(LocalDate day, HouseholdEvent event) {}

    /**
     * Day of the last one by today, which a change may not precede; it may be put before a coming one. Without one it is
     * the day since which the household lives there, if somebody said so.
     */
    LocalDate lastUntil(LocalDate today) {
        return changes.reversed().stream()
                .map(Change::day)
                .filter(day -> !day.isAfter(today))
                .findFirst()
                .orElseGet(() -> Objects.requireNonNullElse(livesSince, LocalDate.MIN));
    }

    /** The responsibilities and ends of one that are recorded for days after that one. */
    List<Change> comingCharges(LocalDate day) {
        return changes.stream()
                .filter(change -> change.event instanceof ChargeChanged && change.day.isAfter(day))
                .toList();
    }

    /** The responsibility of that day with its first day, or the next one if nobody is responsible then. */
    Optional<Charge> charge(LocalDate day) {
        Stream<LocalDate> present = changes.reversed().stream()
                .filter(change -> change.event instanceof ChargeChanged && !change.day.isAfter(day))
                .map(Change::day)
                .limit(1);
        return Stream.concat(present, comingCharges(day).stream().map(Change::day))
                .flatMap(from -> responsible(from).map(to -> new Charge(to, from)).stream())
                .findFirst();
    }

    /** The member and team responsible on that day, as known now. */
    Optional<Responsible> responsible(LocalDate day) {
        return changes.reversed().stream()
                .filter(change -> change.event instanceof ChargeChanged && !change.day.isAfter(day))
                .findFirst()
                .flatMap(change -> Optional.ofNullable(after(change.event)));
    }

    /** The member and team responsible before the change at this place; absent if nobody is. */
    @Nullable
    Responsible before(int place) {
        for (int i = place - 1; i >= 0; i--) {
            if (changes.get(i).event instanceof ChargeChanged) {
                return after(changes.get(i).event);
            }
        }
        return null;
    }

    /** The member and team responsible after the change; absent if nobody is. */
    static @Nullable Responsible after(HouseholdEvent charge) {
        return ((ChargeChanged) charge).to();
    }

    /** The member and team responsible before the change when it was recorded; absent if nobody was. */
    static @Nullable Responsible before(HouseholdEvent charge) {
        return switch (charge) {
            case HouseholdReassigned passed -> passed.from();
            case HouseholdUnassigned ended -> ended.from();
            default -> null;
        };
    }

    /** First day of its absence on that day; empty while it lives here. */
    Optional<LocalDate> goneSince(LocalDate day) {
        return changes.reversed().stream()
                .filter(change -> change.event instanceof HouseholdLeft || change.event instanceof HouseholdReturned)
                .filter(change -> !change.day.isAfter(day))
                .findFirst()
                .filter(change -> change.event instanceof HouseholdLeft)
                .map(Change::day);
    }

    /** The next day after that one on which it leaves. */
    Optional<LocalDate> departureAfter(LocalDate day) {
        return changes.stream()
                .filter(change -> change.event instanceof HouseholdLeft && change.day.isAfter(day))
                .map(Change::day)
                .findFirst();
    }

    /** Day since which the household lives where it was registered; absent if nobody said so. */
    @Nullable
    LocalDate livesSince() {
        return livesSince;
    }

    /** Whether the household may live there since that day: not after today, nor after what is recorded of it. */
    void checkLivesSince(@Nullable LocalDate since, LocalDate today) {
        if (since != null) {
            LocalDate latest =
                    changes.isEmpty() || changes.getFirst().day.isAfter(today) ? today : changes.getFirst().day;
            RESIDENCE_BEGINS_BEFORE_WHAT_FOLLOWS.require(!since.isAfter(latest), latest);
        }
    }

    /** The place of the last change of a kind that has this day. */
    Optional<Integer> find(LocalDate day, Predicate<HouseholdEvent> kind) {
        for (int i = changes.size() - 1; i >= 0; i--) {
            if (changes.get(i).day.equals(day) && kind.test(changes.get(i).event)) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    /** The place of the first change of a kind on that day or later; of several on its day, of the last. */
    Optional<Integer> findFrom(LocalDate day, Predicate<HouseholdEvent> kind) {
        return changes.stream()
                .filter(change -> !change.day.isBefore(day) && kind.test(change.event))
                .findFirst()
                .flatMap(first -> find(first.day, kind));
    }

    HouseholdEvent at(int place) {
        return changes.get(place).event;
    }

    /** The end of a responsibility that the move or departure at this place brought about. */
    Optional<HouseholdUnassigned> endedBy(int place) {
        return (at(place) instanceof HouseholdRelocated || at(place) instanceof HouseholdLeft)
                        && place + 1 < changes.size()
                        && changes.get(place + 1).event instanceof HouseholdUnassigned ended
                        && (ended.cause() == UnassignmentCause.MOVED_OUT_OF_COVERAGE
                                || ended.cause() == UnassignmentCause.LEFT)
                ? Optional.of(ended)
                : Optional.empty();
    }

    /** The members whose responsibility the move at this place ended: as known now, and as recorded if that was in another team. */
    List<Responsible> responsibleUntil(int place) {
        return endedBy(place).stream()
                .flatMap(end -> Stream.concat(Stream.ofNullable(before(place + 1)), Stream.of(end.from())))
                .collect(
                        Collectors.toMap(Responsible::team, one -> one, (known, recorded) -> known, LinkedHashMap::new))
                .values()
                .stream()
                .toList();
    }

    /** The teams whose events do not tell of the change that follows the move at this place, and what it ended, on its day. */
    List<TeamId> untold(int place, List<Responsible> ended) {
        Optional<Change> next = changes.stream()
                .skip(place + 2L)
                .filter(change -> change.event instanceof ChargeChanged)
                .findFirst()
                .filter(change -> change.day.equals(day(place)));
        return ended.stream()
                .map(Responsible::team)
                .filter(team ->
                        next.stream().anyMatch(change -> !change.event.tags().contains("team:" + team)))
                .toList();
    }

    /**
     * The places of the change at this place and of those that it replaced on its own day. They are so ordered that
     * these changes keep their order if one after the other moves to that day.
     */
    List<Integer> placesToMove(int place, LocalDate right) {
        List<Integer> places = new ArrayList<>(List.of(place));
        for (int before = previous(place);
                before >= 0 && day(before).equals(day(place)) && isReplaced(before, place);
                before = previous(before)) {
            places.add(before);
        }
        return right.isBefore(day(place)) ? places.reversed() : places;
    }

    /** The place of the change before; for the end that a move brought about, that of the move. */
    private int previous(int place) {
        return place > 1 && endedBy(place - 2).isPresent() ? place - 2 : place - 1;
    }

    private boolean isReplaced(int before, int place) {
        return at(place) instanceof HouseholdRelocated
                ? at(before) instanceof HouseholdRelocated
                : isDecidedCharge(at(place)) && isDecidedCharge(at(before));
    }

    /** Whether a change may have that day instead: another one, and not past the changes before and after it. */
    void checkDay(int place, LocalDate day) {
        int after = place + (endedBy(place).isPresent() ? 2 : 1);
        int begin = placesToMove(place, day).stream().reduce(place, Math::min);
        LocalDate first = begin == 0 ? Objects.requireNonNullElse(livesSince, Days.FIRST) : changes.get(begin - 1).day;
        LocalDate last = after == changes.size() ? Days.LAST : changes.get(after).day;
        CORRECTED_DAY_DIFFERS.require(!day.equals(changes.get(place).day));
        CORRECTED_DAY_LIES_BETWEEN_ITS_NEIGHBOURS.require(!day.isBefore(first) && !day.isAfter(last), first, last);
    }

    LocalDate day(int place) {
        return changes.get(place).day;
    }

    /** The day of a responsibility, or of an end of one, that a change would pass if it had that day. */
    Optional<LocalDate> chargeBetween(int place, LocalDate right) {
        return right.isAfter(day(place))
                ? changes.subList(place + 1, changes.size()).stream()
                        .filter(change -> change.event instanceof ChargeChanged && change.day.isBefore(right))
                        .map(Change::day)
                        .findFirst()
                : changes.subList(0, place).stream()
                        .filter(change -> change.event instanceof ChargeChanged && change.day.isAfter(right))
                        .map(Change::day)
                        .findFirst();
    }

    /** Whether the change at a place may have that day, between those before and after it. */
    boolean mayMove(int place, LocalDate right) {
        return (place == 0 || !right.isBefore(changes.get(place - 1).day))
                && (place + 1 == changes.size() || !right.isAfter(changes.get(place + 1).day));
    }

    static boolean isDecidedCharge(HouseholdEvent event) {
        return event instanceof ChargeChanged
                && !(event instanceof HouseholdUnassigned ended && ended.cause() != UnassignmentCause.DECIDED);
    }

    void evolve(HouseholdEvent event) {
        switch (event) {
            case HouseholdRegistered registered -> livesSince = registered.livesSince();
            case ResidenceCorrected corrected -> livesSince = corrected.livesSince();
            case DatedChange change -> add(new Change(change.effectiveFrom(), event));
            case RelocationWithdrawn withdrawn -> remove(withdrawn);
            case DayCorrected corrected ->
                meant(corrected)
                        .ifPresent(place -> changes.set(place, new Change(corrected.effectiveFrom(), at(place))));
            default -> {}
        }
    }

    /** No correction passes a change. So of several on its day with this outcome the first moves to an earlier day, the last to a later one. */
    private Optional<Integer> meant(DayCorrected corrected) {
        List<Integer> places = IntStream.range(0, changes.size())
                .filter(place -> day(place).equals(corrected.enteredFrom()) && corrected.isAbout(at(place)))
                .boxed()
                .toList();
        boolean earlier = corrected.effectiveFrom().isBefore(corrected.enteredFrom());
        return (earlier ? places : places.reversed()).stream().findFirst();
    }

    private void remove(RelocationWithdrawn withdrawn) {
        find(
                        withdrawn.enteredFrom(),
                        change -> change instanceof HouseholdRelocated moved
                                && moved.unit().equals(withdrawn.to()))
                .ifPresent(place -> {
                    if (!withdrawn.responsible().isEmpty() && endedBy(place).isPresent()) {
                        changes.remove(place + 1);
                    }
                    changes.remove(place.intValue());
                });
    }

    private void add(Change change) {
        int place = changes.size();
        while (place > 0 && changes.get(place - 1).day.isAfter(change.day)) {
            place--;
        }
        changes.add(place, change);
    }
}
