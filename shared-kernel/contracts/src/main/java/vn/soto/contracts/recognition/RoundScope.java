package vn.soto.contracts.recognition;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import vn.soto.contracts.shared.Ascending;
import vn.soto.contracts.shared.QuarterDays;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;

/**
 * The area, period and teams of a round.
 *
 * @param unit     area
 * @param quarters of the period, one after the other, by the calendar of the area
 * @param teams    of the area, sorted
 */
public record RoundScope(RoundId round, RoundKind kind, UnitId unit, List<QuarterDays> quarters, List<TeamId> teams) {

    /** Days around the period whose help is shown as outside it. */
    private static final int NEAR = 31;

    public RoundScope {
        quarters = List.copyOf(quarters);
        teams = Ascending.of(teams);
        if (quarters.isEmpty()) {
            throw new IllegalArgumentException("a round has a period");
        }
    }

    public LocalDate firstDay() {
        return quarters.getFirst().firstDay();
    }

    public LocalDate lastDay() {
        return quarters.getLast().lastDay();
    }

    boolean contains(LocalDate day) {
        return !day.isBefore(firstDay()) && !day.isAfter(lastDay());
    }

    boolean isNear(LocalDate day) {
        return !day.isBefore(firstDay().minusDays(NEAR))
                && !day.isAfter(lastDay().plusDays(NEAR));
    }

    /** Months of the period, counted from its first day; a part of a month is one. */
    int months() {
        return monthOf(lastDay()) + 1;
    }

    /** Number, from 0, of the month to which a day of the period belongs. */
    int monthOf(LocalDate day) {
        return Math.toIntExact(ChronoUnit.MONTHS.between(firstDay(), day));
    }
}
