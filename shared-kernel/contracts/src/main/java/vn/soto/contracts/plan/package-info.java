/** Work of many commands: reorganisations, hand-overs, imports and what undoes them. */
@NullMarked
package vn.soto.contracts.plan;

import org.jspecify.annotations.NullMarked;
