package vn.soto.query.resident;

import java.util.List;
import vn.soto.projection.Stamped;

/**
 * The change by an event in how a household counts in a residential unit.
 *
 * @param changes each once, those that cancel each other left out
 */
public record ResidentRow(long position, long commit, String household, List<Amount> changes) implements Stamped {

    /**
     * @param from   first day of the change
     * @param charge responsibility that it is about, "" for none
     */
    public record Change(int from, String charge) {}

    /** @param households more, or less, from that day on */
    public record Amount(int from, String charge, int households) {}
}
