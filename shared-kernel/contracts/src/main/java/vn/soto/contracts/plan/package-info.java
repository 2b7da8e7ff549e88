/** Events of plans: reorganisations, hand-overs, imports, proposals and the plans that undo them. */
@NullMarked
package vn.soto.contracts.plan;

import org.jspecify.annotations.NullMarked;
