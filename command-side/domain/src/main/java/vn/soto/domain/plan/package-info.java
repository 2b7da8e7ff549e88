/** Plans of many commands: submission, approval, progress and reversal; and the two-person rule. */
@NullMarked
package vn.soto.domain.plan;

import org.jspecify.annotations.NullMarked;
