/** Events of training sessions for members. */
@NullMarked
package vn.soto.contracts.training;

import org.jspecify.annotations.NullMarked;
