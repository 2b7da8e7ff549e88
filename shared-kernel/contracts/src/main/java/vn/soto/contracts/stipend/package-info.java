/** Stipends of teams and members: rates, mobilisation days and stipend statements. */
@NullMarked
package vn.soto.contracts.stipend;

import org.jspecify.annotations.NullMarked;
