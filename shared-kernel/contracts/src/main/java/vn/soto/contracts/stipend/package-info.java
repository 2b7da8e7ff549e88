/** What teams and members are paid: rates, mobilisation days and stipend statements. */
@NullMarked
package vn.soto.contracts.stipend;

import org.jspecify.annotations.NullMarked;
