/** Setting what units are to achieve in quarters and campaigns. */
@NullMarked
package vn.soto.domain.goal;

import org.jspecify.annotations.NullMarked;
