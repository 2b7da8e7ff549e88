/** Files as tables of cells, independent of their format, and faults of cells. */
@NullMarked
package vn.soto.plans.imports.table;

import org.jspecify.annotations.NullMarked;
