/** Files as tables of cells, whatever their format, and what is wrong with a cell. */
@NullMarked
package vn.soto.plans.imports.table;

import org.jspecify.annotations.NullMarked;
