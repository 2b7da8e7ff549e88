/** What the words of a file mean: units and teams by name, values by synonym; what the ledger holds of units. */
@NullMarked
package vn.soto.plans.imports.lookup;

import org.jspecify.annotations.NullMarked;
