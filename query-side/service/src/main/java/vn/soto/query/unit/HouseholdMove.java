package vn.soto.query.unit;

import vn.soto.projection.Stamped;

/**
 * That a household came to live in a residential unit, or left it.
 *
 * @param change +1 if it came, -1 if it left
 */
public record HouseholdMove(long position, long commit, String household, int change) implements Stamped {}
