package vn.soto.query.unit;

import vn.soto.projection.Stamped;

/**
 * The arrival of a household among those that count in a residential unit, or its departure.
 *
 * @param change +1 for an arrival, -1 for a departure
 */
public record HouseholdMove(long position, long commit, String household, int change) implements Stamped {}
