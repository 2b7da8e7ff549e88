/** Tests of looking up units and teams by name. */
@NullMarked
package vn.soto.plans.imports.lookup;

import org.jspecify.annotations.NullMarked;
