/** Tests of plans: complete runs, interruptions at any point, stops and reversals. */
@NullMarked
package vn.soto.plans;

import org.jspecify.annotations.NullMarked;
