package vn.soto.query.resident;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.household.Responsible;

/**
 * The unit in which a household counts on each day, and its responsible member, as its events say so far. It counts
 * from the stated day since which it lives there. Otherwise it counts from the first known day: of its entry, a
 * responsibility, a move or a help, whichever is earliest. A merge or a withdrawal is of all days.
 *
 * @param entered  day of its entry, like all days here in days of the epoch
 * @param since    day since which it lives there, as stated by somebody
 * @param homes    residential units, like all that follow in the order of their days; the first has no day
 * @param charges  responsibilities as {@link #key} names them, "" for none
 * @param turns    departures and returns
 * @param helped   days of help before its entry by which it counts
 * @param nowhere  whether it counts as another, or was registered by mistake
 */
public record HouseholdDays(
        int entered,
        Optional<Integer> since,
        List<Dated> homes,
        List<Dated> charges,
        List<Dated> turns,
        List<Integer> helped,
        boolean nowhere) {

    public static final String HERE = "here";
    public static final String GONE = "gone";

    /** @param from first day; absent for the unit of registration */
    public record Dated(@Nullable Integer from, String what) {

        public static Dated of(@Nullable LocalDate from, String what) {
            return new Dated(from == null ? null : (Integer) day(from), what);
        }

        private boolean by(int day) {
            return from == null || from <= day;
        }
    }

    /** Names a responsibility: team and member. */
    public static String key(Responsible to) {
        return to.team().value() + "/" + to.member().value();
    }

    public static int day(LocalDate day) {
        return Math.toIntExact(day.toEpochDay());
    }

    /** First day on which it counts. */
    int first() {
        if (since.isPresent()) {
            return since.get();
        }
        int first = entered;
        for (int help : helped) {
            first = Math.min(first, help);
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
        if (nowhere) {
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
