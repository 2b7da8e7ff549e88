/** Tests of plans and of the two-person rule. */
@NullMarked
package vn.soto.command.plan;

import org.jspecify.annotations.NullMarked;
