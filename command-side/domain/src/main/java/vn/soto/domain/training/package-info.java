/** Training sessions for members, and their attendance. */
@NullMarked
package vn.soto.domain.training;

import org.jspecify.annotations.NullMarked;
