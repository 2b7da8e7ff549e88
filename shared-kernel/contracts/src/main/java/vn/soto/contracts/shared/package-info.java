/** Values every feature uses: ids, instruments, quarters, and what makes an event an event. */
@NullMarked
package vn.soto.contracts.shared;

import org.jspecify.annotations.NullMarked;
