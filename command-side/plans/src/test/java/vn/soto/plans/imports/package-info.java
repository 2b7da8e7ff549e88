/** Tests of imports: reading, dry runs, plans and annotated files. */
@NullMarked
package vn.soto.plans.imports;

import org.jspecify.annotations.NullMarked;
