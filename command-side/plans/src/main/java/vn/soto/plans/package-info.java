/** Runs plans: sequences of steps, each one commit, resumed from their recorded progress after a stop. */
@NullMarked
package vn.soto.plans;

import org.jspecify.annotations.NullMarked;
