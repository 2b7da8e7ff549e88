package vn.soto.web;

import java.time.LocalDate;
import vn.soto.contracts.shared.WrittenDay;

/**
 * Days as people type them into a form, in any form of {@link WrittenDay}; one without a year is the one nearest to today. So a field takes
 * what a notebook has, whatever the language of the browser.
 */
public record TypedDays(LocalDate today) {

    /** As the API writes it; the text as it is if it is no day. */
    public String day(String text) {
        return WrittenDay.nearest(text.strip().replaceAll("\\s+", "/"), today)
                .map(LocalDate::toString)
                .orElse(text);
    }
}
