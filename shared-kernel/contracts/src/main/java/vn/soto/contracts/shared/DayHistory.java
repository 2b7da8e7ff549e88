package vn.soto.contracts.shared;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A value for each day: each holds from its first day until the next one. Values may be recorded in any order; of those
 * of one day the one recorded last holds. Not thread-safe.
 */
public final class DayHistory<T> {

    /** In the order of the days. */
    private final List<Dated<T>> values = new ArrayList<>();

    private record Dated<T>(LocalDate from, T value) {}

    /** A history of nothing yet. */
    public DayHistory() {}

    /** The history that events give, in the order in which they were recorded. */
    public static <E, T> DayHistory<T> of(Stream<E> events, BiConsumer<? super E, DayHistory<T>> change) {
        DayHistory<T> history = new DayHistory<>();
        events.forEachOrdered(event -> change.accept(event, history));
        return history;
    }

    /** The value holds from that day on. */
    public void put(LocalDate from, T value) {
        values.add(placeAfter(from), new Dated<>(from, value));
    }

    /** The value holds from that day on, in the place of what was to follow. */
    public void putLast(LocalDate from, T value) {
        values.removeIf(each -> each.from.isAfter(from));
        values.add(new Dated<>(from, value));
    }

    /** The place behind the values of a day and of the days before it. */
    private int placeAfter(LocalDate day) {
        int place = values.size();
        while (place > 0 && values.get(place - 1).from.isAfter(day)) {
            place--;
        }
        return place;
    }

    /** As {@link #moveLast(LocalDate, LocalDate, UnaryOperator)}, for a value that stays what it is. */
    public void moveLast(LocalDate entered, LocalDate right) {
        moveLast(entered, right, value -> value);
    }

    /**
     * The last value of a day holds from another day on; nothing changes where there is none. Those of its day that it
     * took the place of hold no more. Only what a history begins with stays.
     */
    public void moveLast(LocalDate entered, LocalDate right, UnaryOperator<T> change) {
        for (int place = placeAfter(entered) - 2;
                place > 0 && values.get(place).from.equals(entered);
                place--) {
            values.remove(place);
        }
        move(entered, right, Meant.last(), change);
    }

    /**
     * Selects the value that is meant if several of a day match. A value passes no other one: to an earlier day only the first of
     * its day moves, to a later one only the last. If that one does not match, the last that matches by itself and by the one before
     * it does. Without such a one it is the last that matches by itself.
     *
     * @param lastOfDay whether always the last of the day is meant
     */
    public record Meant<T>(Predicate<? super T> value, Predicate<? super T> before, boolean lastOfDay) {

        public Meant(Predicate<? super T> value, Predicate<? super T> before) {
            this(value, before, false);
        }

        public static <T> Meant<T> last() {
            return new Meant<>(value -> true, before -> true, true);
        }

        public static <T> Meant<T> by(Predicate<? super T> value) {
            return new Meant<>(value, before -> true);
        }

        /** The same in a history of something that has such a value. */
        public <S> Meant<S> of(Function<? super S, ? extends T> part) {
            return new Meant<>(
                    whole -> value.test(part.apply(whole)), whole -> before.test(part.apply(whole)), lastOfDay);
        }
    }

    /**
     * The same for a value that changes with it. It stays before what followed it and behind what it followed, also on their days.
     *
     * @return whether that day has the value that is meant
     */
    public boolean move(LocalDate entered, LocalDate right, Meant<T> meant, UnaryOperator<T> change) {
        int place = place(entered, right, meant);
        if (place < 0) {
            return false;
        }
        Dated<T> moved = new Dated<>(right, change.apply(values.get(place).value));
        if (right.equals(entered)) {
            values.set(place, moved);
        } else {
            values.remove(place);
            values.add(placeMoved(entered, right), moved);
        }
        return true;
    }

    /** The value that is meant holds on no day; until the next one, that before it does. Returns whether that day has it. */
    public boolean remove(LocalDate entered, Meant<T> meant) {
        int place = place(entered, entered, meant);
        if (place >= 0) {
            values.remove(place);
        }
        return place >= 0;
    }

    /** All values of a day hold on no day, but what a history begins with. */
    public void removeOn(LocalDate entered) {
        for (int place = placeAfter(entered) - 1;
                place > 0 && values.get(place).from.equals(entered);
                place--) {
            values.remove(place);
        }
    }

    /** The same history, which changes by itself. */
    public DayHistory<T> copy() {
        DayHistory<T> copy = new DayHistory<>();
        copy.values.addAll(values);
        return copy;
    }

    /**
     * Adds a value that began on another day and is not known here, from its right day on. If that is not before the
     * day entered, the value comes before those known of its right day.
     */
    public void putMoved(LocalDate entered, LocalDate right, T value) {
        values.add(placeMoved(entered, right), new Dated<>(right, value));
    }

    private int placeMoved(LocalDate entered, LocalDate right) {
        return right.isBefore(entered) ? placeAfter(right) : placeAfter(right.minusDays(1));
    }

    private int place(LocalDate day, LocalDate right, Meant<T> meant) {
        int last = placeAfter(day) - 1;
        int first = placeAfter(day.minusDays(1));
        int passesNone = right.isBefore(day) ? first : last;
        if (!meant.lastOfDay && !right.equals(day) && first <= last && meant.value.test(values.get(passesNone).value)) {
            return passesNone;
        }
        int known = -1;
        for (int place = last; place >= first; place--) {
            if (meant.value.test(values.get(place).value)) {
                if (place > 0 && meant.before.test(values.get(place - 1).value)) {
                    return place;
                }
                known = Math.max(known, place);
            }
        }
        return known;
    }

    /** Values hold on no day; until the next one, that before each does. */
    public void removeIf(Predicate<T> withdrawn) {
        values.removeIf(each -> withdrawn.test(each.value));
    }

    /** Each value becomes another, from the same day on. */
    public void replaceAll(UnaryOperator<T> change) {
        values.replaceAll(each -> new Dated<>(each.from, change.apply(each.value)));
    }

    /** Whether some value holds from some day on. */
    public boolean has(Predicate<T> wanted) {
        return values.stream().anyMatch(each -> wanted.test(each.value));
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** The value on that day; empty on a day before the first. */
    public Optional<T> at(LocalDate day) {
        int place = placeAfter(day);
        return place == 0 ? Optional.empty() : Optional.of(values.get(place - 1).value);
    }

    /** The value on that day; on a day before the first, the first. */
    public T on(LocalDate day) {
        return values.get(Math.max(0, placeAfter(day) - 1)).value;
    }

    /** The last value. */
    public T latest() {
        return values.getLast().value;
    }

    /** The value that begins on that day. */
    public Optional<T> startingOn(LocalDate day) {
        return values.stream().anyMatch(each -> each.from.equals(day)) ? at(day) : Optional.empty();
    }

    /** First day of the last value. */
    public LocalDate lastDay() {
        return values.getLast().from;
    }

    /** Last day until a given one on which another value begins to hold than the day before; the first of all if none does. */
    public LocalDate lastChangeUntil(LocalDate day) {
        return values.reversed().stream()
                .limit(values.size() - 1L)
                .map(Dated::from)
                .filter(from -> !from.isAfter(day))
                .filter(from -> !on(from).equals(before(from)))
                .findFirst()
                .orElseGet(() -> values.getFirst().from);
    }

    /** First day of the last value that holds on a day or before it; the first of all for an earlier day. */
    public LocalDate lastDayUntil(LocalDate day) {
        return values.get(Math.max(0, placeAfter(day) - 1)).from;
    }

    /** The value on the day before that day. */
    public T before(LocalDate from) {
        return on(from.minusDays(1));
    }

    /** A value of its own begins on that day, after the first. */
    public boolean changesOn(LocalDate day) {
        return startingOn(day).isPresent() && !day.equals(values.getFirst().from);
    }

    /** The results of a function of each value and its first day, in the order of the days. */
    public <R> List<R> list(BiFunction<LocalDate, T, R> made) {
        return values.stream().map(each -> made.apply(each.from, each.value)).toList();
    }

    /** The days on which values begin. */
    public Stream<LocalDate> days() {
        return values.stream().map(Dated::from);
    }

    /** That day, and each later one on which a value begins. */
    public Stream<LocalDate> daysFrom(LocalDate day) {
        return Stream.concat(Stream.of(day), values.stream().map(Dated::from).filter(from -> from.isAfter(day)))
                .distinct();
    }

    /** Day after the first day of the value before, the earliest to which the value of a day can move. */
    public Optional<LocalDate> firstPossible(LocalDate from) {
        return values.stream()
                .map(Dated::from)
                .filter(each -> each.isBefore(from))
                .reduce((earlier, later) -> later)
                .map(each -> each.plusDays(1));
    }

    /** Day before the first day of the next value, the latest to which the value of a day can move. */
    public Optional<LocalDate> lastPossible(LocalDate from) {
        return daysFrom(from).skip(1).findFirst().map(each -> each.minusDays(1));
    }
}
