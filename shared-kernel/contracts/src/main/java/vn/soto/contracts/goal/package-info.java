/** What units are to achieve in quarters and campaigns. */
@NullMarked
package vn.soto.contracts.goal;

import org.jspecify.annotations.NullMarked;
