package vn.soto.open.paper;

import java.time.LocalDate;

/**
 * A printed version of a report or of a payment list.
 *
 * @param kind     {@code report} or {@code payments}
 * @param maker    name of the team or unit whose report or list it is
 * @param period   such as 2026-Q3 or 2026-08
 * @param number   of the version
 * @param day      of its submission or computation
 * @param hash     of its content, as the sheet says it
 * @param replaced whether there is a later version
 */
public record FoundPaper(
        String kind, String maker, String period, int number, LocalDate day, String hash, boolean replaced) {}
