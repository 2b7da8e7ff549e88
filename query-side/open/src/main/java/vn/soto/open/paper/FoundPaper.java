package vn.soto.open.paper;

import java.time.LocalDate;
import vn.soto.contracts.shared.Quarter;

/**
 * A printed version of a report.
 *
 * @param reporter name of the team or unit that reports
 * @param number   of the version
 * @param day      of its submission
 * @param hash     of its content, as the sheet says it
 * @param replaced whether a later version was submitted
 */
public record FoundPaper(String reporter, Quarter quarter, int number, LocalDate day, String hash, boolean replaced) {}
