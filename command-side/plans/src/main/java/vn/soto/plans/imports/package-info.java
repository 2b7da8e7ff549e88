/** Files of units, teams, members, households and reorganisations: read, decided in a dry run, then carried out as a plan. */
@NullMarked
package vn.soto.plans.imports;

import org.jspecify.annotations.NullMarked;
