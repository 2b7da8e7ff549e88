/** Files of units, teams, members and households: read, tried without recording, then carried out as a plan. */
@NullMarked
package vn.soto.command.imports;

import org.jspecify.annotations.NullMarked;
