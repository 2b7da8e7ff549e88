/**
 * Import files of units, teams, members, households and reorganisations: read, decided in a dry run, and submitted as
 * plans.
 */
@NullMarked
package vn.soto.plans.imports;

import org.jspecify.annotations.NullMarked;
