/** Values that every feature uses: ids, instruments, quarters and the base types of events. */
@NullMarked
package vn.soto.contracts.shared;

import org.jspecify.annotations.NullMarked;
