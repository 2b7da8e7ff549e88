package vn.soto.page.home;

import java.time.LocalDate;

/** The quarter of a day, by the calendar that the policy names. */
final class Quarters {

    private static final String ADMINISTRATIVE = "ADMINISTRATIVE";
    private static final int FIRST_OF_NEXT_MONTH = 15;

    private Quarters() {}

    /** @param calendar by {@code ADMINISTRATIVE} a month begins on the 15th of the one before */
    static String of(String day, String calendar) {
        LocalDate date = LocalDate.parse(day);
        LocalDate month = calendar.equals(ADMINISTRATIVE) && date.getDayOfMonth() >= FIRST_OF_NEXT_MONTH
                ? date.withDayOfMonth(1).plusMonths(1)
                : date;
        return month.getYear() + "-Q" + (month.getMonthValue() + 2) / 3;
    }
}
