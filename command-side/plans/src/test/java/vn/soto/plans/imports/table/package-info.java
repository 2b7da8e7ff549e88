/** Tests of files as tables of cells. */
@NullMarked
package vn.soto.plans.imports.table;

import org.jspecify.annotations.NullMarked;
