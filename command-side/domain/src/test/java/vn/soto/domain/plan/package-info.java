/** Tests of plans and of the two-person rule. */
@NullMarked
package vn.soto.domain.plan;

import org.jspecify.annotations.NullMarked;
