package vn.soto.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.soto.domain.SampleCommune.FOUNDED;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import vn.soto.domain.shared.Command;

/**
 * A fact that is decided for three days, perhaps more than once for the same day, and whose days are corrected then.
 * On each day it is what was decided last for the last right day until then.
 *
 * @param first   its value before any decision
 * @param values  its possible values
 * @param decided the command that decides a day, what it was before and what it is then
 * @param correct the command that corrects a day, as entered and right
 * @param known   its value on each day, as the product knows it by now
 */
public record RedatedDays<T>(
        Scenario scenario,
        T first,
        List<T> values,
        Decided<T> decided,
        BiFunction<LocalDate, LocalDate, Command> correct,
        Supplier<Function<LocalDate, T>> known) {

    private static final int APART = 30;

    /** A command that decides what a fact is from a day on. */
    public interface Decided<T> {

        Command from(LocalDate day, T before, T value);
    }

    public void check(long seed) {
        Random random = new Random(seed);
        TreeMap<LocalDate, T> expected = new TreeMap<>();
        T last = first;
        expected.put(LocalDate.MIN, last);
        for (int i = 1; i <= 3; i++) {
            LocalDate day = FOUNDED.plusDays((long) i * APART);
            for (int times = 1 + random.nextInt(3); times > 0; times--) {
                T before = last;
                List<T> others =
                        values.stream().filter(value -> !value.equals(before)).toList();
                last = others.get(random.nextInt(others.size()));
                scenario.given(decided.from(day, before, last));
            }
            expected.put(day, last);
        }
        for (int i = 0; i < 4; i++) {
            redate(List.copyOf(expected.keySet()), 1 + random.nextInt(3), random, expected);
            Function<LocalDate, T> found = known.get();
            for (LocalDate day = FOUNDED; day.isBefore(FOUNDED.plusDays(5 * APART)); day = day.plusDays(1)) {
                assertThat(found.apply(day))
                        .as("seed %d, %s, %s", seed, day, expected)
                        .isEqualTo(expected.floorEntry(day).getValue());
            }
        }
    }

    /** Anywhere between the decisions for the days before and after. */
    private void redate(List<LocalDate> days, int place, Random random, TreeMap<LocalDate, T> expected) {
        LocalDate entered = days.get(place);
        LocalDate begin = place == 1 ? FOUNDED.plusDays(1) : days.get(place - 1).plusDays(1);
        LocalDate end = place == 3 ? FOUNDED.plusDays(4 * APART) : days.get(place + 1);
        LocalDate right = begin.plusDays(random.nextInt(Math.toIntExact(end.toEpochDay() - begin.toEpochDay())));
        if (!right.equals(entered)) {
            scenario.given(correct.apply(entered, right));
            expected.put(right, expected.remove(entered));
        }
    }
}
