/** Indexes that resolve the text of a file: units and teams by name, values by synonym. */
@NullMarked
package vn.soto.plans.imports.lookup;

import org.jspecify.annotations.NullMarked;
