package vn.soto.page.form;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Days as people write them: {@code 5/3}, {@code 05/03/26}, {@code 5-3-2026}, {@code 2026-03-05}; a day without a year is the one
 * nearest to today. So one field takes what a notebook has, whatever the language of the browser.
 */
public record TypedDays(LocalDate today) {

    private static final Pattern WRITTEN =
            Pattern.compile("(\\d{1,2})[/.\\-\\s](\\d{1,2})(?:[/.\\-\\s](\\d{4}|\\d{2}))?");

    private static final int CENTURY = 2000;
    private static final int HALF_A_YEAR = 183;

    /** As the API writes it; the text as it is if it is no day. */
    public String day(String text) {
        Matcher written = WRITTEN.matcher(text.strip());
        if (!written.matches()) {
            return text;
        }
        try {
            int day = Integer.parseInt(written.group(1));
            int month = Integer.parseInt(written.group(2));
            String year = written.group(3);
            return (year == null ? nearest(day, month) : LocalDate.of(year(year), month, day)).toString();
        } catch (DateTimeException e) {
            return text;
        }
    }

    private static int year(String text) {
        int year = Integer.parseInt(text);
        return text.length() == 2 ? CENTURY + year : year;
    }

    private LocalDate nearest(int day, int month) {
        LocalDate now = LocalDate.of(today.getYear(), month, day);
        if (now.isAfter(today.plusDays(HALF_A_YEAR))) {
            return now.minusYears(1);
        }
        return now.isBefore(today.minusDays(HALF_A_YEAR)) ? now.plusYears(1) : now;
    }
}
