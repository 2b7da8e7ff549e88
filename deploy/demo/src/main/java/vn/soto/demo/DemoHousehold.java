package vn.soto.demo;

import java.time.LocalDate;
import vn.soto.contracts.household.HouseholdId;

/**
 * A household as the script knows it.
 *
 * @param since  day of its first assignment
 * @param skill  how used to phones its people are, 0 to 1; the young more than the old
 */
record DemoHousehold(HouseholdId id, LocalDate since, double skill) {}
