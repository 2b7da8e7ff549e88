/** Tests of files as tables. */
@NullMarked
package vn.soto.plans.imports.table;

import org.jspecify.annotations.NullMarked;
