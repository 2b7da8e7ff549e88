package vn.soto.domain.shared;

import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What holds from which day on: each value until the next one. Values may be recorded in any order; one for a day that has a value
 * replaces it. Not thread-safe.
 */
public final class DayHistory<T> {

    private final NavigableMap<LocalDate, T> values = new TreeMap<>();

    /** The value holds from that day on. */
    public void put(LocalDate from, T value) {
        values.put(from, value);
    }

    /** A value holds from another day on than was entered; nothing changes where there is none. */
    public void move(LocalDate entered, LocalDate right) {
        T value = values.remove(entered);
        if (value != null) {
            values.put(right, value);
        }
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** What holds on that day; on a day before the first, the first. */
    public T on(LocalDate day) {
        var entry = values.floorEntry(day);
        return (entry == null ? values.firstEntry() : entry).getValue();
    }

    /** What holds in the end. */
    public T latest() {
        return values.lastEntry().getValue();
    }

    /** First day of the first value. */
    public LocalDate firstDay() {
        return values.firstKey();
    }

    /** First day of the last value. */
    public LocalDate lastDay() {
        return values.lastKey();
    }

    /** First day of the last value that holds on a day or before it; the first of all for an earlier day. */
    public LocalDate lastDayUntil(LocalDate day) {
        LocalDate from = values.floorKey(day);
        return from == null ? values.firstKey() : from;
    }

    /** What holds before the value of that day. */
    public T before(LocalDate from) {
        return values.lowerEntry(from).getValue();
    }

    /** A value of its own begins on that day, after the first. */
    public boolean changesOn(LocalDate day) {
        return values.containsKey(day) && !day.equals(values.firstKey());
    }

    /** First possible day of the value that begins on that day and stays between its neighbours. */
    public LocalDate firstPossible(LocalDate from) {
        return values.lowerKey(from).plusDays(1);
    }

    /** Last possible day of the value that begins on that day and stays between its neighbours. */
    public LocalDate lastPossible(LocalDate from) {
        LocalDate next = values.higherKey(from);
        return next == null ? Days.LAST : next.minusDays(1);
    }
}
