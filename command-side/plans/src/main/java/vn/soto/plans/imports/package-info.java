/** Files of units, teams, members and households: read, tried without recording, then carried out as a plan. */
@NullMarked
package vn.soto.plans.imports;

import org.jspecify.annotations.NullMarked;
