package vn.soto.query.resident;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.household.HouseholdEvent;
import vn.soto.contracts.household.HouseholdEvent.AssignmentCorrected;
import vn.soto.contracts.household.HouseholdEvent.ChargeChanged;
import vn.soto.contracts.household.HouseholdEvent.DayCorrected;
import vn.soto.contracts.household.HouseholdEvent.DepartureCorrected;
import vn.soto.contracts.household.HouseholdEvent.HouseholdLeft;
import vn.soto.contracts.household.HouseholdEvent.HouseholdMerged;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRegistered;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRelocated;
import vn.soto.contracts.household.HouseholdEvent.HouseholdReturned;
import vn.soto.contracts.household.HouseholdEvent.HouseholdSeparated;
import vn.soto.contracts.household.HouseholdEvent.RegistrationWithdrawn;
import vn.soto.contracts.household.HouseholdEvent.RelocationCorrected;
import vn.soto.contracts.household.HouseholdEvent.RelocationWithdrawn;
import vn.soto.contracts.household.HouseholdEvent.ResidenceCorrected;
import vn.soto.contracts.household.HouseholdEvent.ReturnCorrected;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.shared.DayHistory;
import vn.soto.contracts.shared.DayHistory.Meant;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.unit.UnitId;
import vn.soto.projection.DocumentType;
import vn.soto.projection.ReadModel;

/**
 * The unit in which a household counts on each day, and its responsible member, by the events projected last. It counts
 * from the stated day since which it lives there. Otherwise it counts from the first known day: of its entry, a
 * responsibility, a move or a help, whichever is earliest. A merge or a withdrawal is of all days.
 *
 * @param id       household
 * @param position position of the last event that changed it
 * @param entered  day of its entry, like all days here in days of the epoch
 * @param since    day since which it lives there, as stated; absent if nobody did
 * @param homes    residential units, like all that follow in the order of their days; the first has no day
 * @param charges  responsibilities as {@link #key} names them, "" for none
 * @param turns    departures and returns
 * @param helped   days of help before its entry, by the record of help
 * @param awaiting records of help of former members that nobody has confirmed: the household does not count by them; absent in a
 *                 document of an earlier version
 */
public record HouseholdDays(
        @BsonId String id,
        long position,
        int entered,
        @Nullable Integer since,
        List<Dated> homes,
        List<Dated> charges,
        List<Dated> turns,
        Map<String, Integer> helped,
        boolean merged,
        boolean withdrawn,
        @Nullable List<String> awaiting)
        implements ReadModel {

    static final DocumentType<HouseholdDays> KIND = new DocumentType<>("household-residence", HouseholdDays.class);

    private static final String HERE = "here";
    private static final String GONE = "gone";

    /** @param from first day; absent for the unit of registration */
    public record Dated(@Nullable Integer from, String what) {

        private boolean by(int day) {
            return from == null || from <= day;
        }
    }

    static HouseholdDays registered(HouseholdRegistered event, long position, Instant at) {
        return new HouseholdDays(
                event.household().value(),
                position,
                day(VietnamTime.day(at)),
                since(event.livesSince()),
                List.of(new Dated(null, event.unit().value())),
                List.of(),
                List.of(),
                Map.of(),
                false,
                false,
                List.of());
    }

    private static @Nullable Integer since(@Nullable LocalDate livesSince) {
        return livesSince == null ? null : (Integer) day(livesSince);
    }

    /** Names a responsibility: team and member. */
    static String key(Responsible to) {
        return to.team().value() + "/" + to.member().value();
    }

    private static String keyIfAny(@Nullable Responsible to) {
        return to == null ? "" : key(to);
    }

    static int day(LocalDate day) {
        return Math.toIntExact(day.toEpochDay());
    }

    HouseholdDays after(HouseholdEvent event, long at) {
        return switch (event) {
            case ChargeChanged change ->
                with(at, homes, plus(charges, change.effectiveFrom(), keyIfAny(change.to())), turns);
            case AssignmentCorrected right -> {
                Meant<String> meant = new Meant<>(keyIfAny(right.to())::equals, keyIfAny(right.from())::equals);
                yield with(at, homes, redated(charges, right, meant), turns);
            }
            case HouseholdRelocated moved ->
                with(at, plus(homes, moved.effectiveFrom(), moved.unit().value()), charges, turns);
            case RelocationCorrected right ->
                with(at, redated(homes, right, right.meant().of(UnitId::new)), charges, turns);
            case RelocationWithdrawn never -> withdrawn(never, at);
            case HouseholdLeft left -> with(at, homes, charges, plus(turns, left.effectiveFrom(), GONE));
            case HouseholdReturned back ->
                with(
                        at,
                        plus(homes, back.effectiveFrom(), back.unit().value()),
                        charges,
                        plus(turns, back.effectiveFrom(), HERE));
            case DepartureCorrected right -> with(at, homes, charges, redated(turns, right, Meant.by(GONE::equals)));
            case ReturnCorrected right ->
                with(
                        at,
                        redated(homes, right, Meant.by(right.to().value()::equals)),
                        charges,
                        redated(turns, right, Meant.by(HERE::equals)));
            case ResidenceCorrected right -> living(at, since(right.livesSince()));
            case HouseholdMerged _ -> counting(at, true, withdrawn);
            case HouseholdSeparated _ -> counting(at, false, withdrawn);
            case RegistrationWithdrawn _ -> counting(at, merged, true);
            case HouseholdEvent _ -> this;
        };
    }

    private HouseholdDays withdrawn(RelocationWithdrawn never, long at) {
        Meant<String> end = new Meant<>(
                String::isEmpty,
                before -> never.responsible().stream().map(HouseholdDays::key).anyMatch(before::equals));
        List<Dated> going = never.responsible().isEmpty() ? charges : without(charges, never.enteredFrom(), end);
        return with(at, without(homes, never.enteredFrom(), never.meant().of(UnitId::new)), going, turns);
    }

    private HouseholdDays living(long at, @Nullable Integer since) {
        return new HouseholdDays(id, at, entered, since, homes, charges, turns, helped, merged, withdrawn, awaiting);
    }

    private HouseholdDays with(long at, List<Dated> homes, List<Dated> charges, List<Dated> turns) {
        return new HouseholdDays(id, at, entered, since, homes, charges, turns, helped, merged, withdrawn, awaiting);
    }

    private HouseholdDays counting(long at, boolean nowMerged, boolean nowWithdrawn) {
        return new HouseholdDays(
                id, at, entered, since, homes, charges, turns, helped, nowMerged, nowWithdrawn, awaiting);
    }

    /** The household was helped on a day, or by this record not at all; days since its entry are known without. */
    HouseholdDays helped(String assistance, @Nullable LocalDate on, long at) {
        Map<String, Integer> known = new HashMap<>(helped);
        if (on != null && day(on) < entered) {
            known.put(assistance, day(on));
        } else {
            known.remove(assistance);
        }
        return known.equals(helped)
                ? this
                : new HouseholdDays(id, at, entered, since, homes, charges, turns, known, merged, withdrawn, awaiting);
    }

    /** Whether a record of help awaits that somebody confirms it. */
    HouseholdDays awaiting(String assistance, boolean waits, long at) {
        if (waits == isAwaiting(assistance)) {
            return this;
        }
        Stream<String> others =
                Stream.ofNullable(awaiting).flatMap(List::stream).filter(other -> !other.equals(assistance));
        return new HouseholdDays(
                id,
                at,
                entered,
                since,
                homes,
                charges,
                turns,
                helped,
                merged,
                withdrawn,
                (waits ? Stream.concat(others, Stream.of(assistance)) : others).toList());
    }

    private boolean isAwaiting(String assistance) {
        return awaiting != null && awaiting.contains(assistance);
    }

    /** An entry before a coming one stands before it. */
    private static List<Dated> plus(List<Dated> known, LocalDate from, String what) {
        DayHistory<String> history = history(known);
        history.put(from, what);
        return listed(history);
    }

    private static List<Dated> redated(List<Dated> known, DayCorrected right, Meant<String> meant) {
        DayHistory<String> history = history(known);
        history.move(right.enteredFrom(), right.effectiveFrom(), meant, what -> what);
        return listed(history);
    }

    private static List<Dated> without(List<Dated> known, LocalDate entered, Meant<String> meant) {
        DayHistory<String> history = history(known);
        history.remove(entered, meant);
        return listed(history);
    }

    private static DayHistory<String> history(List<Dated> known) {
        return DayHistory.of(
                known.stream(),
                (each, history) ->
                        history.put(each.from == null ? LocalDate.MIN : LocalDate.ofEpochDay(each.from), each.what));
    }

    private static List<Dated> listed(DayHistory<String> history) {
        return history.list((from, what) -> new Dated(from.equals(LocalDate.MIN) ? null : (Integer) day(from), what));
    }

    /** First day on which it counts. */
    int first() {
        if (since != null) {
            return since;
        }
        int first = entered;
        for (Map.Entry<String, Integer> help : helped.entrySet()) {
            first = isAwaiting(help.getKey()) ? first : Math.min(first, help.getValue());
        }
        for (Dated home : homes) {
            first = home.from == null ? first : Math.min(first, home.from);
        }
        for (Dated charge : charges) {
            first = charge.from == null || charge.what.isEmpty() ? first : Math.min(first, charge.from);
        }
        return first;
    }

    /**
     * A day from which on it counts in a unit with a responsibility, until the next one.
     *
     * @param unit absent where it does not count
     */
    record Stand(int from, @Nullable String unit, String charge) {}

    /** The days on which that changes, oldest first. */
    List<Stand> stands() {
        if (merged || withdrawn) {
            return List.of();
        }
        int first = first();
        TreeSet<Integer> days = new TreeSet<>(List.of(first));
        for (List<Dated> each : List.of(homes, charges, turns)) {
            for (Dated dated : each) {
                if (dated.from != null && dated.from > first) {
                    days.add(dated.from);
                }
            }
        }
        List<Stand> stands = new ArrayList<>(days.size());
        for (int day : days) {
            stands.add(on(day));
        }
        return stands;
    }

    private Stand on(int day) {
        boolean here = last(turns, day, HERE).equals(HERE);
        return new Stand(day, here ? last(homes, day, "") : null, last(charges, day, ""));
    }

    private static String last(List<Dated> known, int day, String none) {
        for (int at = known.size() - 1; at >= 0; at--) {
            if (known.get(at).by(day)) {
                return known.get(at).what;
            }
        }
        return none;
    }

    /** The changes that it makes to each unit's counts, by first day and responsibility. */
    Map<String, Map<ResidentRow.Change, Integer>> changes() {
        Map<String, Map<ResidentRow.Change, Integer>> changes = new HashMap<>();
        Stand before = new Stand(0, null, "");
        for (Stand stand : stands()) {
            add(changes, before, stand.from, -1);
            add(changes, stand, stand.from, 1);
            before = stand;
        }
        return changes;
    }

    private static void add(
            Map<String, Map<ResidentRow.Change, Integer>> changes, Stand stand, int from, int households) {
        if (stand.unit != null) {
            changes.computeIfAbsent(stand.unit, unit -> new HashMap<>())
                    .merge(new ResidentRow.Change(from, stand.charge), households, Integer::sum);
        }
    }
}
