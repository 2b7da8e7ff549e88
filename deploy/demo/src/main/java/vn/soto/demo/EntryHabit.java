package vn.soto.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import vn.soto.contracts.shared.VietnamTime;

/** When help is entered: mostly within the hour, often in the evening or days later, by some at the month's end. */
record EntryHabit(Chance chance) {

    Instant entered(Volunteer volunteer, Instant helped) {
        if (volunteer.typesAtMonthsEnd && chance.happens(0.7)) {
            return monthsEnd(helped);
        }
        double habit = chance.share();
        int minutes = habit < 0.6
                ? chance.between(2, 60)
                : habit < 0.85 ? chance.between(60, 8 * 60) : chance.between(16 * 60, 4 * 24 * 60);
        return awake(helped.plusSeconds(minutes * 60L + chance.between(0, 59)));
    }

    /** The last evening of the month, or a week later with the notebook that was left somewhere. */
    private Instant monthsEnd(Instant helped) {
        LocalDate last = VietnamTime.day(helped).with(TemporalAdjusters.lastDayOfMonth());
        LocalDate day = chance.happens(0.7) ? last : last.plusDays(chance.between(6, 9));
        Instant evening = VietnamTime.start(day).plusSeconds(20 * 3600 + chance.between(0, 7200));
        return evening.isAfter(helped) ? evening : helped.plusSeconds(60);
    }

    private Instant awake(Instant at) {
        int hour = at.atZone(VietnamTime.ZONE).getHour();
        if (hour >= 6 && hour < 23) {
            return at;
        }
        LocalDate day = VietnamTime.day(at).plusDays(hour >= 23 ? 1 : 0);
        return VietnamTime.start(day).plusSeconds(7 * 3600 + chance.between(0, 7200));
    }
}
