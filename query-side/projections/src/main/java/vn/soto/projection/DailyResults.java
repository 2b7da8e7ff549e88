package vn.soto.projection;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;

/**
 * Results computed from immutable values for a day, by the ids of their subjects. A result is computed again once its
 * value is another object. In memory a value stays one object until an event changes it; a database sends another each
 * time. Each result holds its value, even a replaced one, until its day is asked for again or forgotten. Thread-safe.
 *
 * @param <S> value, compared as an object
 */
public final class DailyResults<S, T> {

    /** Days of which results are kept, those asked for last: today, and the last days of twelve quarters. */
    private static final int DAYS = 14;

    private final BiFunction<S, LocalDate, T> make;
    private final Map<LocalDate, Map<String, Result<S, T>>> days = new LinkedHashMap<>(DAYS, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<LocalDate, Map<String, Result<S, T>>> eldest) {
            return size() > DAYS;
        }
    };

    /** @param make a result that is never changed */
    public DailyResults(BiFunction<S, LocalDate, T> make) {
        this.make = make;
    }

    private record Result<S, T>(S source, T made) {}

    public OfDay on(LocalDate day) {
        synchronized (days) {
            return new OfDay(day, days.computeIfAbsent(day, first -> new ConcurrentHashMap<>()));
        }
    }

    /** Results of one day. */
    public final class OfDay {

        private final LocalDate day;
        private final Map<String, Result<S, T>> results;

        private OfDay(LocalDate day, Map<String, Result<S, T>> results) {
            this.day = day;
            this.results = results;
        }

        @SuppressWarnings("ReferenceEquality") // comparing the value would cost as much as the result
        public T of(String id, S source) {
            Result<S, T> known = results.get(id);
            if (known == null || known.source != source) {
                known = new Result<>(source, make.apply(source, day));
                results.put(id, known);
            }
            return known.made;
        }
    }
}
