/** Tests of carrying plans out: to the end, interrupted anywhere, stopped and taken back. */
@NullMarked
package vn.soto.plans;

import org.jspecify.annotations.NullMarked;
