package vn.soto.query.report;

import java.time.LocalDate;
import java.util.OptionalLong;
import vn.soto.contracts.shared.Quarter;

/** The share of help that was given on behalf of people, as known at a commit. */
@FunctionalInterface
public interface HelpOnBehalf {

    /**
     * The percentage of help done on behalf of people in a unit and below it, on its reports' days of a quarter; empty
     * without help.
     */
    OptionalLong percentOnBehalf(String unit, Quarter quarter, LocalDate day, long asOf);

    /** Rounded, so that a half counts as one. */
    static long percent(long part, long whole) {
        return (200 * part + whole) / (2 * whole);
    }
}
