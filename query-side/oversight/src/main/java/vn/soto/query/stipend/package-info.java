/** Stipend statements with their evidence, the rates and the mobilisation days. */
@NullMarked
package vn.soto.query.stipend;

import org.jspecify.annotations.NullMarked;
